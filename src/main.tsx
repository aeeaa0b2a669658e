document.title = "Babelscope";
