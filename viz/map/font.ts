/** Canvas text needs the whole stack spelled out: CJK glyphs come from the system. */
export const FONT_STACK =
  'Inter, "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif';

export const LABEL_PIXELS = 12;
