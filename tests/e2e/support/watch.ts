import type {Locator, Page} from '@playwright/test';

/**
 * Notes what elements say from now on, also what they say only for a moment: a test that looks now and then can miss that.
 *
 * @param within where they appear
 * @param selector of the elements
 * @returns what gives all that was said so far, in its order
 */
export async function noteWords(within: Locator, selector: string): Promise<() => Promise<string[]>> {
  const noted = await within.evaluateHandle((root, chosen) => {
    const words: string[] = [];
    const tree = root.shadowRoot ?? root;
    new MutationObserver(() => {
      for (const {textContent} of tree.querySelectorAll(chosen)) {
        if (textContent !== '' && textContent !== words.at(-1)) words.push(textContent);
      }
    }).observe(tree, {subtree: true, childList: true, characterData: true});
    return words;
  }, selector);
  return () => noted.jsonValue();
}

/** Waits until the page has drawn what it knows by now: what follows the page is put in place before it is drawn. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise<void>(resolve => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );
}
