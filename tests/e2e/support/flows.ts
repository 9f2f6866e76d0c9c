import type {Locator} from '@playwright/test';
import type {PanelDriver} from './fixtures.ts';

export const allStepsDone = (panel: PanelDriver): Locator => panel.aside.getByText(/^All \d+ steps done\./);
