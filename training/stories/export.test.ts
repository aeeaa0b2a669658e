import { expect, test } from "vitest";
import lexicon from "../../src/data/lexicon.json";
import stories from "../../src/data/stories.json";
import { lexiconFile, storiesFile } from "./export";

test("the labs' lexicon is what `npm run stories:data` writes", () => {
  expect(lexicon).toEqual(JSON.parse(JSON.stringify(lexiconFile())));
});

test("the labs' stories begin as `npm run stories:data` writes them", () => {
  const { tags, stories: first } = storiesFile(12);
  expect(stories.tags.slice(0, tags.length)).toEqual(tags);
  expect(stories.stories.slice(0, first.length)).toEqual(JSON.parse(JSON.stringify(first)));
});
