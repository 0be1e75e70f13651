import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DataErrors } from '../../../src/base/errors.ts';
import { loadEvents } from '../../../src/questions/backtest/load-events.ts';
import { readEvents } from '../../../src/questions/backtest/read-events.ts';
import { scratchDirectory } from '../../scratch-directory.ts';

const EVENTS = `id,on,title.en,title.zh,origin,kind,direction,grade,deals,soxPercent,sources
flood,2025-02-10,Flood,洪水,mill,value,bad,clean,,-2,paper
deal,2025-03-10,Deal,协议,ferry,new-deal,good,fair,a;b,1.5,paper;tape`;
const MOVES = `event,firm,window,percent,ownNews,sources,confidence
flood,mill,close,-20,no,paper,high
flood,smith,2d,-4.5,yes,paper;tape,low`;
const OUTSIDE = `id,name.en,name.zh,what
index,Index,指数,all`;

const read = (events = EVENTS, moves = MOVES, outside = OUTSIDE) =>
  readEvents(
    new Map([
      ['events.csv', events],
      ['moves.csv', moves],
      ['outside.csv', outside],
    ]),
  );

test('cells become events and moves', () => {
  const { events, moves, outside } = read();
  expect(events[1]).toMatchObject({ id: 'deal', deals: ['a', 'b'], soxPercent: 1.5 });
  expect(events[0]).not.toHaveProperty('deals');
  expect(events[0]).not.toHaveProperty('sp500Percent');
  expect(moves[1]).toEqual({
    event: 'flood',
    firm: 'smith',
    window: '2d',
    percent: -4.5,
    ownNews: true,
    sources: ['paper', 'tape'],
    confidence: 'low',
  });
  expect(outside[0]!.name.zh).toBe('指数');
});

describe('what is wrong is said with file, row and field', () => {
  test.each([
    [EVENTS.replace(',bad,', ',sad,'), MOVES, /events.csv row 2, direction: found "sad"/],
    [EVENTS.replace('2025-02-10', '2025-02-30'), MOVES, /events.csv row 2, on/],
    [EVENTS.replace('flood,', 'deal,'), MOVES, /events.csv row 3, id: found a second row of deal/],
    [EVENTS.replace(',mill,', ',,'), MOVES, /events.csv row 2, origin: found nothing/],
    [EVENTS.replace(',clean,', ',sector,'), MOVES, /grade: found "sector"/],
    [
      EVENTS.replace('value,bad,clean', 'sector,bad,sector'),
      MOVES,
      /origin: found "mill".*no origin/,
    ],
    [
      EVENTS,
      MOVES.replace('flood,smith', 'flod,smith'),
      /moves.csv row 3, event.*Did you mean flood/,
    ],
    [
      EVENTS,
      MOVES.replace('-20', '-120'),
      /moves.csv row 2, percent: found -120, expected at least -100/,
    ],
    [EVENTS, MOVES.replace('smith,2d', 'mill,close'), /a second row of flood, mill, close/],
    [EVENTS, MOVES.replace('-20,no', '-20,perhaps'), /ownNews/],
  ])('%#', (events, moves, message) => {
    expect(() => read(events, moves)).toThrow(DataErrors);
    expect(() => read(events, moves)).toThrow(message);
  });

  test('a table that is missing', () => {
    expect(() => readEvents(new Map([['events.csv', EVENTS]]))).toThrow(
      /moves.csv: found no such file[\s\S]*outside.csv: found no such file/,
    );
  });
});

test('a folder is read as its files; one that isn’t there is named', async () => {
  const folder = mkdtempSync(join(scratchDirectory(), 'events-'));
  writeFileSync(join(folder, 'events.csv'), EVENTS);
  writeFileSync(join(folder, 'moves.csv'), MOVES);
  await expect(loadEvents(folder)).rejects.toThrow(/outside.csv: found nothing at this path/);
  writeFileSync(join(folder, 'outside.csv'), OUTSIDE);
  expect(await loadEvents(folder)).toEqual(read());
});
