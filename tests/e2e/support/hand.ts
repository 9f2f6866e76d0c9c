import type {Locator} from '@playwright/test';

/** Counts what a person's hand does. Typing counts none. */
export class Hand {
  clicks = 0;

  async click(target: Locator): Promise<void> {
    this.clicks += 1;
    await target.click();
  }

  /** One click opens the browser's dialog, one chooses the file. */
  async file(target: Locator, name: string, buffer: Buffer): Promise<void> {
    this.clicks += 2;
    await target.setInputFiles({name, mimeType: 'image/png', buffer});
  }
}
