/** Of package.json; `npm run build` writes it. */
export const VERSION = '0.1.0';
