import type { rounds as contract } from '../../../../core/voice/rounds/contract'
import { sayMean } from '../../../../core/voice/rounds/rules'
import { dateOf } from '../../../../core/shared/calendar'
import { writeExport } from '../../../kernel/files'
import { changeRow } from '../../../kernel/settle'
import { Organizations } from '../../people/public'
import { honour } from '../../service/public'
import { Suggestions } from '../suggestions/documents'
import { adopt } from '../suggestions/handle'
import type { Handlers } from '../use-case'
import { RoundEntries, Rounds, RoundScores, scoreId } from './documents'

const TITLE = '金点子'

const columns = [
  { title: '名次', width: 8 },
  { title: '建议', width: 60 },
  { title: '建议人', width: 12 },
  { title: '支部', width: 26 },
  { title: '平均分', width: 10 },
  { title: '评委数', width: 10 },
  { title: '最低', width: 8 },
  { title: '最高', width: 8 },
  { title: '采纳答复', width: 50 },
] as const

export const judge: Handlers<Pick<typeof contract, 'round.score' | 'round.choose' | 'round.honour' | 'round.export'>> = {
  async 'round.score'({ roundId, entryId, score }, { store, subject: round, person, now, fail }) {
    if (!round.party.includes(person._id)) return fail('ROUND_JURY_ONLY')
    if (round.state === 'closed' || now >= round.judgeUntil) return fail('ROUND_CLOSED')
    const _id = scoreId(roundId, entryId, person._id)
    const scores = store.table(RoundScores)
    // The line decides: sealed by the count it takes no more.
    if ((await scores.update({ _id, sealed: false }, { set: { score } })) > 0) return {}
    return fail((await scores.get(_id)) ? 'ROUND_CLOSED' : 'NOT_FOUND')
  },

  async 'round.choose'({ roundId, entryId, words }, context) {
    const { store, subject: round, now, fail, checkText } = context
    if (round.state !== 'closed') return fail('ROUND_UNDER_WAY')
    await checkText(words)
    const entries = store.table(RoundEntries)
    const [entry] = await entries.find({ roundId, code: entryId }, { limit: 1 })
    const suggestion = entry && (await store.table(Suggestions).get(entry.suggestionId))
    if (!suggestion) return fail('NOT_FOUND')
    if (entry.chosen) return {}
    await adopt({ ...context, subject: suggestion }, words)
    await entries.update({ _id: entry._id, chosen: { exists: false } }, { set: { chosen: { at: now, words } } })
    return {}
  },

  async 'round.honour'({ roundId, title = TITLE }, context) {
    const { store, subject: round, actor: by, now, fail, checkText } = context
    if (round.state !== 'closed') return fail('ROUND_UNDER_WAY')
    await checkText(title)
    const [org, entries] = await Promise.all([store.table(Organizations).get(round.orgId), store.table(RoundEntries).findAll({ roundId })])
    if (!org) return fail('NOT_FOUND')
    const left: string[] = []
    let honoured = 0
    // Of the day on which the judging ended: asked for again, and for a second idea of one person, it is the same honour.
    const on = dateOf(round.judgeUntil)
    for (const { code, memberId, name, text } of entries.filter(one => one.chosen)) {
      const grant = { _id: `${roundId}-${code}`.slice(0, 64), memberId, title, on, reason: `${round.title}：${text}`.slice(0, 200) }
      const granted = await honour(context, org, grant)
      if (granted === 'CONFLICT') return fail('CONFLICT')
      if (granted === null) left.push(name)
      else honoured++
    }
    await changeRow(store.table(Rounds), round, row => (row.honoured ? row : { ...row, honoured: { at: now, by } }))
    return { honoured, left }
  },

  async 'round.export'({ roundId }, context) {
    const { store, subject: round, fail, audit } = context
    if (round.state !== 'closed') return fail('ROUND_UNDER_WAY')
    const [entries, { writeWorkbook }] = await Promise.all([
      store.table(RoundEntries).findAll({ roundId }),
      import('../../../spreadsheets/write'),
    ])
    for (const memberId of new Set(entries.map(one => one.memberId))) audit(memberId, 'suggestion.exported')
    const rows = entries
      .sort((one, other) => (one.place ?? 0) - (other.place ?? 0))
      .map(({ place, text, name, branchName, result, chosen }) => [
        ...[String(place ?? ''), text === '' ? '（录音或照片）' : text, name, branchName],
        ...(result ? [sayMean(result.mean), String(result.scores), String(result.low), String(result.high)] : ['', '0', '', '']),
        chosen?.words ?? '',
      ])
    const content = await writeWorkbook([{ name: '金点子评选', columns, rows }])
    return writeExport(context, { name: `金点子-${round.title}`, about: roundId, content })
  },
}
