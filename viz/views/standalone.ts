/** The drawing with every colour of the theme written out, so that it stands on its own. */
export const standalone = (drawing: SVGSVGElement): string => {
  const style = getComputedStyle(document.documentElement);
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('style', `background:${style.getPropertyValue('--bg')}`);
  const text = new XMLSerializer().serializeToString(copy);
  return text
    .replace(/var\((--[\w-]+)\)/g, (_, token: string) => style.getPropertyValue(token).trim())
    .replaceAll('currentColor', style.getPropertyValue('--text').trim());
};
