import { useRef, useState } from 'react'
import { call, type Given, newId, type Refusal, refused } from '../../../platform/call'
import { answersOf, type Decision, type Decisions, keyOf, type Row } from './asked'
import { forget, keep, recall } from '../../../platform/storage'
import { type Picked, pickWorkbook, upload } from '../../../platform/upload'

export type Preview = Given<'roster.preview'>

/** A workbook that has reached the storage, and the command under which it is looked through. */
interface Sent {
  fileId: string
  name: string
  commandId: string
}

export type Step =
  | { at: 'choose' }
  | { at: 'sending'; percent: number }
  | { at: 'reading'; done: number; total: number }
  | { at: 'preview'; preview: Preview }
  | { at: 'done'; result: Given<'roster.commit'> }

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
  typeof kept.commandId === 'string'

const pause = () => new Promise<void>(done => setTimeout(done, LOOK_MS))

/** A roster's way in: choose, send, look through, confirm. The file that was sent is remembered until it is imported, through restarts too. */
export const useImport = (branchId: string) => {
  const place = `import/${branchId}`
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

  /** Looks the file through and says meanwhile how far it has come. */
  const look = async (file: Sent) => {
    setRefusal(undefined)
    setStep({ at: 'reading', done: 0, total: 0 })
    let answered = false
    const watch = async () => {
      await pause()
      while (!answered) {
        const progress = await call('roster.progress', { branchId, commandId: file.commandId })
        if (progress.ok) setStep(now => (now.at === 'reading' ? { at: 'reading', ...progress.data } : now))
        await pause()
      }
    }
    void watch()
    const answer = await call('roster.preview', { branchId, fileId: file.fileId }, { commandId: file.commandId })
    answered = true
    if (answer.ok) {
      setDecisions({})
      setStep({ at: 'preview', preview: answer.data })
      return
    }
    setRefusal(answer)
    setStep({ at: 'choose' })
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
    return sent ? look(sent) : choose()
  }
  /** The roster was changed by others since: the same file is looked through once more. */
  const lookAgain = async () => {
    if (!sent) return choose()
    const fresh = { ...sent, commandId: newId() }
    remember(fresh)
    await look(fresh)
  }
  const decide = (rows: readonly Row[], decision: Decision) =>
    setDecisions(now => ({ ...now, ...Object.fromEntries(rows.map(row => [keyOf(row), decision])) }))
  const confirm = async ({ previewId, rows }: Preview) => {
    setRefusal(undefined)
    const answers = answersOf(rows, decisions)
    const answer = await call('roster.commit', { previewId, ...(answers.length > 0 ? { answers } : {}) }, { commandId: previewId })
    if (!answer.ok) {
      setRefusal(answer)
      return
    }
    forget(place)
    setSent(undefined)
    setStep({ at: 'done', result: answer.data })
  }
  return { sent, step, decisions, refusal, choose, again, lookAgain, decide, confirm }
}
