import type {Locator, Page} from '@playwright/test';

/**
 * Has every click scroll first and look then, as a hand does: within one step, Playwright looks whether a button is enabled, scrolls it
 * under the pointer, and presses. What comes to lie under a hand that has just pressed is disabled for half a second.
 *
 * @param page any; it counts for all
 */
export function scrollBeforeClicks(page: Page): void {
  const locators = Object.getPrototypeOf(page.locator('body')) as Locator & {readonly scrollsFirst?: true};
  if (locators.scrollsFirst) return;
  const {click} = locators;
  Object.assign(locators, {
    scrollsFirst: true,
    async click(this: Locator, ...options: Parameters<Locator['click']>) {
      const timeout = options[0]?.timeout;
      await this.scrollIntoViewIfNeeded(timeout === undefined ? {} : {timeout}).catch(error => {
        // Another element has taken its place: the click finds that one.
        if (!String(error).includes('Element is not attached to the DOM')) throw error;
      });
      await click.apply(this, options);
    },
  });
}
