/** The language of all texts, and so of the numbers and dates in them, whatever the browser speaks. */
export const language = 'en';
