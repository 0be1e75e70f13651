import { expect, test } from 'vitest';
import { orderBookSchema } from '../../src/questions/book/order-book.ts';
import { runCli } from './run-cli.ts';

test('book says orders over capacity and over means, in tables that fit', async () => {
  const { code, out, err } = await runCli('book');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/Orders in the book as of 2026-04-27, 2026-2030/);
  expect(out).toMatch(/Ordered \/\n.*can make/);
  expect(out).toMatch(/Doubtful and not used: TSMC CoWoS capacity.*900,000/s);
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
});

test('book writes its document, rows per firm and year, and Markdown', async () => {
  const json = await runCli('book', '--format', 'json', '--window', '2027-2028');
  expect(orderBookSchema.safeParse(JSON.parse(json.out)).error).toBeUndefined();
  const csv = await runCli('book', '--format', 'csv', '--window', '2027-2028');
  const rows = csv.out.trim().split('\n');
  const { suppliers, customers, power, capitalSpending } = JSON.parse(json.out);
  const years = power.years.length;
  const firms = suppliers.length + customers.length;
  expect(rows).toHaveLength(1 + (1 + years) * firms + years + capitalSpending.length);
  expect((await runCli('book', '--format', 'md')).out).toContain('| Firm');
});

test('book refuses what it can’t take', async () => {
  expect((await runCli('book', '--window', '2030-2026')).err).toMatch(/2030-2026/);
  expect((await runCli('book', '--basis', 'guessed')).err).toMatch(/announced, signed, weighted/);
});
