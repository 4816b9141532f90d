import { stillAsked } from '../ladder'
import { sayUntil } from '../promise'
import { isQuiet } from '../../../shared/quiet-hours'
import { usualSettings } from '../settings'
import { knows, idsOf, doer, quoted, roleNames, type Tells } from './scene'

/** While it is being done: on the way, what was said of it, and how its promise stands. */
export const doing: Tells<'on-the-way' | 'note' | 'said-more' | 'planned' | 'at-risk' | 'broken'> = {
  'on-the-way': ({ entry, what, toElder }) => [
    toElder(`${doer(entry)}在路上了`, `${doer(entry)}正往您家来，办“${what}”。${quoted(entry)}`, `${doer(entry)}在路上了`),
  ],
  note: ({ request, entry, what, notice, toElder, holders }) => [
    toElder(`${doer(entry)}说了进展`, `关于“${what}”：${quoted(entry)}`, '有新的进展'),
    notice('request-helping', holders, `${request.name}的“${what}”有进展`, quoted(entry), '有新的进展'),
  ],
  'said-more': ({ request, entry, what, owner, promise, notice, holders, urgent, called }) => [
    ...(owner
      ? []
      : [
          notice(
            'request-helping',
            idsOf(stillAsked(request).filter(one => !knows(one))),
            `${urgent}${called}又说了几句：${what}`,
            `说好${promise}。能去就请点开按“我来办”。`,
            `${urgent}有补充，请点开看`,
            { bare: true },
          ),
        ]),
    notice(
      'request-helping',
      owner ? holders : idsOf(stillAsked(request).filter(knows)),
      `${urgent}${request.name}又说了几句：${what}`,
      `${quoted(entry)}${entry.voiceFileId === undefined ? '' : '留了一段话，请点开听。'}${entry.photoFileIds ? '补充了照片。' : ''}说好${promise}。`,
      `${urgent}有补充，请点开看`,
    ),
  ],
  planned: ({ request, entry, what, promise, toElder }) => [
    toElder(`这件事有了办理计划`, `“${what}”：${entry.text ?? ''}。${promise}。`, `${sayUntil(request.promiseAt, entry.at)}前办好`),
  ],
  'at-risk': ({ request, desks, what, owner, promise, notice, holders }) => [
    notice(
      'request-desk',
      [...holders, ...desks.secretary],
      `快到时间了：${request.name}${what}`,
      `说好${promise}，现在${owner ? `由${owner.name}在办` : '还没有人接'}。`,
      owner ? '快到承诺时间' : '还没有人接',
    ),
  ],
  broken: ({ request, entry, desks, what, notice, holders, elder }) => [
    // The elder is not woken for it.
    notice(
      'request-news',
      [elder],
      '没按时办到，对不起',
      `“${what}”没在说好的时间办好。${desks.chaser ? `现在由${roleNames[desks.chaser.role]}${desks.chaser.name}在催，点开可以打电话。` : '正在催。'}`,
      '没按时办到，对不起',
      { quiet: isQuiet(usualSettings.quietHours, entry.at) },
    ),
    notice(
      'request-desk',
      [...holders, ...desks.secretary, ...desks.street],
      `过了承诺的时间：${request.name}${what}`,
      `原来说好${sayUntil(request.promiseAt, entry.at)}前办好，现在还没有办好。`,
      '超过承诺时间',
    ),
  ],
}
