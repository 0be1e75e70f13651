import { learn } from '../viz/i18n/say.ts';

await learn('zh');
