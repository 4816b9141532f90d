import { useRef, useState } from 'react'
import { type Asked, call, type Given, newId, type Refusal, refused } from '../../../platform/call'
import { answersOf, type Decision, type Decisions, keyOf, type Row } from './asked'
import { isUnsure } from '../../../platform/query'
import { forget, keep, recall } from '../../../platform/storage'
import { type Picked, pickWorkbook, upload } from '../../../platform/upload'

export type Preview = Given<'roster.preview'>

/** What people are brought into: a branch, or the branches below an organization, which the file names. */
export type Into = { branchId: string } | { orgId: string }

/** What was confirmed: the preview's id with its answers, as it is sent and, where that was cut off, sent again. */
type Confirmed = Asked<'roster.commit'>

/** A workbook that has reached the storage, the command under which it is looked through, and what was confirmed of it. */
interface Sent {
  fileId: string
  name: string
  commandId: string
  confirmed?: Confirmed
  /** How many branches that makes. */
  founding?: number
}

export type Step =
  | { at: 'choose' }
  | { at: 'sending'; percent: number }
  | { at: 'reading'; done: number; total: number }
  | { at: 'preview'; preview: Preview }
  | { at: 'importing'; done: number; total: number }
  | { at: 'done'; result: Given<'roster.commit'>; founded: number }

export type ImportRefusal = Refusal<'roster.preview' | 'roster.commit'>

const LOOK_MS = 700

const isSent = (kept: unknown): kept is Sent =>
  typeof kept === 'object' &&
  kept !== null &&
  'fileId' in kept &&
  typeof kept.fileId === 'string' &&
  'name' in kept &&
  typeof kept.name === 'string' &&
  'commandId' in kept &&
  typeof kept.commandId === 'string' &&
  (!('confirmed' in kept) || isConfirmed(kept.confirmed)) &&
  (!('founding' in kept) || typeof kept.founding === 'number')

const isConfirmed = (kept: unknown): kept is Confirmed =>
  typeof kept === 'object' && kept !== null && 'previewId' in kept && typeof kept.previewId === 'string'

const pause = () => new Promise<void>(done => setTimeout(done, LOOK_MS))

/** A roster's way in: choose, send, look through, confirm. The file that was sent is remembered until it is imported, through restarts too. */
export const useImport = (into: Into) => {
  const place = `import/${'orgId' in into ? into.orgId : into.branchId}`
  const [sent, setSent] = useState<Sent | undefined>(() => {
    const kept = recall(place)
    return isSent(kept) ? kept : undefined
  })
  const [step, setStep] = useState<Step>({ at: 'choose' })
  const [decisions, setDecisions] = useState<Decisions>({})
  /** Why the last step failed; what was chosen is kept. */
  const [refusal, setRefusal] = useState<ImportRefusal | undefined>()
  const unsent = useRef<Picked | undefined>(undefined)

  const remember = (next: Sent) => {
    keep(place, next)
    setSent(next)
  }

  /** Does what takes long and says meanwhile how far it has come. */
  const watched = async <T>(at: 'reading' | 'importing', { commandId }: Pick<Sent, 'commandId'>, work: () => Promise<T>): Promise<T> => {
    setRefusal(undefined)
    setStep({ at, done: 0, total: 0 })
    let ended = false
    const watch = async () => {
      await pause()
      while (!ended) {
        const progress = await call('roster.progress', { ...into, commandId })
        if (progress.ok) setStep(now => (now.at === at ? { at, ...progress.data } : now))
        await pause()
      }
    }
    void watch()
    const done = await work()
    ended = true
    return done
  }

  const look = async (file: Sent) => {
    const answer = await watched('reading', file, () =>
      call('roster.preview', { ...into, fileId: file.fileId }, { commandId: file.commandId }),
    )
    if (answer.ok) {
      setDecisions({})
      setStep({ at: 'preview', preview: answer.data })
      return
    }
    setRefusal(answer)
    setStep({ at: 'choose' })
  }

  /** Imports what was confirmed, in as many calls as it takes; a call that was cut off goes on with the next. */
  const bring = async (file: Sent, confirmed: Confirmed, back: Step) => {
    const answer = await watched('importing', file, async () => {
      for (;;) {
        const one = await call('roster.commit', confirmed)
        if (!one.ok || one.data.left === undefined) return one
      }
    })
    if (answer.ok) {
      forget(place)
      setSent(undefined)
      setStep({ at: 'done', result: answer.data, founded: file.founding ?? 0 })
      return
    }
    // Nothing was begun: the file is still to be confirmed.
    if (!isUnsure(answer)) remember({ fileId: file.fileId, name: file.name, commandId: file.commandId })
    setRefusal(answer)
    setStep(back)
  }

  const send = async (file: Picked) => {
    unsent.current = file
    setRefusal(undefined)
    setStep({ at: 'sending', percent: 0 })
    const fileId = await upload(file, percent => setStep({ at: 'sending', percent }))
    if (fileId === undefined) {
      setRefusal(refused('OFFLINE'))
      setStep({ at: 'choose' })
      return
    }
    unsent.current = undefined
    const arrived = { fileId, name: file.name, commandId: newId() }
    remember(arrived)
    await look(arrived)
  }

  const choose = async () => {
    const file = await pickWorkbook()
    if (file) await send(file)
  }
  /** Once more with the file that is there: it is sent if it never arrived, else looked through. */
  const again = async () => {
    if (unsent.current) return send(unsent.current)
    if (sent?.confirmed) return bring(sent, sent.confirmed, { at: 'choose' })
    return sent ? look(sent) : choose()
  }
  /** The roster was changed by others since: the same file is looked through once more. */
  const lookAgain = async () => {
    if (!sent) return choose()
    const fresh = { fileId: sent.fileId, name: sent.name, commandId: newId() }
    remember(fresh)
    await look(fresh)
  }
  const decide = (rows: readonly Row[], decision: Decision) =>
    setDecisions(now => ({ ...now, ...Object.fromEntries(rows.map(row => [keyOf(row), decision])) }))
  const confirm = async (preview: Preview, createBranches?: boolean) => {
    if (!sent) return choose()
    const answers = answersOf(preview.rows, decisions)
    const confirmed = {
      previewId: preview.previewId,
      ...(createBranches === undefined ? {} : { createBranches }),
      ...(answers.length > 0 ? { answers } : {}),
    }
    const file = { ...sent, confirmed, founding: createBranches ? (preview.newBranches ?? []).length : 0 }
    remember(file)
    await bring(file, confirmed, { at: 'preview', preview })
  }
  return { sent, step, decisions, refusal, choose, again, lookAgain, decide, confirm }
}
