const LONGEST = 80;

/** What stood there, on one line and not too long; `nothing` where there was no value. */
export const found = (value: unknown): string => {
  if (value === undefined || value === '') return 'nothing';
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'a record';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}...` : text;
};
