import { bookKinds } from '../../../../core/life/records/kinds'
import type { records as contract } from '../../../../core/life/records/contract'
import { sayDate } from '../../../../core/people/public'
import { dateOf } from '../../../../core/shared/calendar'
import { writeExport } from '../../../kernel/files'
import { remembering } from '../../../kernel/remembering'
import { sheetsOf } from '../attendance/sheets'
import type { Context, Handlers } from '../use-case'
import { entryOf, type Entry } from './entry'
import { meetingsOf } from './meetings'
import { photosFor } from './photos'
import { electorateOf } from './voters'

type Asked = { branchId: string; from: string; to: string }

/** What the book says, kind by kind and within each the earliest first. */
const entriesOf = async (context: Context<'life.book'>, asked: Asked): Promise<Entry[]> => {
  const { subject: branch, now } = context
  const store = remembering(context.store)
  const meetings = await meetingsOf(context, asked)
  const ordered = bookKinds.flatMap(kind => meetings.filter(one => one.kind === kind))
  const [sheets, electorate] = await Promise.all([
    sheetsOf({ store, now }, ordered),
    electorateOf(store, { branchId: branch._id, path: branch.path }),
  ])
  return ordered.flatMap((meeting, at) => {
    const sheet = sheets[at]?.sheet
    return sheet ? [entryOf(meeting, sheet, electorate.votersAt(meeting, sheet))] : []
  })
}

export const book: Handlers<Pick<typeof contract, 'life.book'>> = {
  async 'life.book'(asked, context) {
    const { subject: branch, now, audit, fail } = context
    if (branch.kind !== 'branch') return fail('INVALID_INPUT', { paths: ['branchId'] })
    const entries = await entriesOf(context, asked)
    for (const memberId of new Set(entries.flatMap(one => one.people))) audit(memberId, 'book.exported')
    const named = { name: `三会一课记录本-${asked.from}至${asked.to}`, about: branch._id }
    if (asked.format === 'xlsx') {
      const [{ excelBook }, { writeWorkbook }] = await Promise.all([import('./excel-book'), import('../../../spreadsheets/write')])
      const content = await writeWorkbook(excelBook(entries))
      return { ...(await writeExport(context, { ...named, content })), meetings: entries.length, photosLeft: 0 }
    }
    const [photos, { wordBook }, { writeWord }] = await Promise.all([
      photosFor(context, entries),
      import('./word-book'),
      // A file of its own beside the function (config/cloud/apart.ts).
      import('../../../papers/word'),
    ])
    const span = `${sayDate(asked.from)}至${sayDate(asked.to)}`
    const cover = { branchName: branch.name, span, madeOn: sayDate(dateOf(now)) }
    const content = await writeWord(wordBook(cover, entries, id => photos.get(id) ?? []))
    const shown = [...photos.values()].reduce((sum, some) => sum + some.length, 0)
    const all = entries.reduce((sum, one) => sum + one.photoFileIds.length, 0)
    return { ...(await writeExport(context, { ...named, content, ending: 'docx' })), meetings: entries.length, photosLeft: all - shown }
  },
}
