import { stillAsked } from '../ladder'
import { knows, idsOf, doer, quoted, type Tells } from './scene'

/** At its end: done, confirmed, opened again, withdrawn. */
export const closing: Tells<'done' | 'confirmed' | 'reopened' | 'closed-silently' | 'cancelled'> = {
  done: ({ entry, what, toElder }) => [
    toElder(`${doer(entry)}说办好了，请您看看`, `“${what}”办好了没有？请点开按一下。三天没有回音，就当作办好了。`, '请您看看办好了没有'),
  ],
  confirmed: ({ request, entry, what, notice, holders }) => [
    notice(
      'request-helping',
      holders,
      `${request.name}说办好了，谢谢您`,
      `“${what}”办好了。${entry.stars ? `给了${String(entry.stars)}颗星。` : ''}${quoted(entry)}`,
      '办好了，谢谢您',
    ),
  ],
  reopened: ({ request, entry, desks, what, notice, addressees }) => [
    notice(
      'request-desk',
      [...addressees, ...desks.secretary],
      `还没有办好：${request.name}${what}`,
      `${request.name}说“${what}”还没有办好，已经往上一级再找人。${quoted(entry)}`,
      '老同志说没有办好',
    ),
  ],
  'closed-silently': ({ what, toElder }) => [
    toElder('您的求助已经办结', `“${what}”办好三天了，没有别的话，就算办好了。要是又坏了，请再按一次求助。`, '三天没有回音，已办结'),
  ],
  cancelled: ({ request, entry, what, notice, holders, called }) => [
    notice(
      'request-helping',
      [...holders, ...idsOf(stillAsked(request).filter(knows))],
      `不用去了：${request.name}${what}`,
      `${request.name}说不用了。${quoted(entry)}`,
      '已经不用了',
    ),
    notice(
      'request-helping',
      idsOf(stillAsked(request).filter(one => !knows(one))),
      `不用去了：${called}${what}`,
      '那边说不用了，谢谢您。',
      '已经不用了',
      { bare: true },
    ),
  ],
}
