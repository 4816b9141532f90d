import { useRef, useState } from 'react'
import { type AnyRefusal, call, type Given, newId } from '../../../platform/call'
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

/** What went wrong last; what was chosen is kept. */
export interface Trouble {
  code: AnyRefusal
  /** The cloud's own words about this file, where it has some. */
  message?: string | undefined
}

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

const messageOf = (data: unknown): string | undefined =>
  typeof data === 'object' && data !== null && 'message' in data && typeof data.message === 'string' ? data.message : undefined

const pause = () => new Promise<void>(done => setTimeout(done, LOOK_MS))

/** A roster's way in: choose, send, look through, confirm. The file that was sent is remembered until it is imported, through restarts too. */
export const useImport = (branchId: string) => {
  const place = `import/${branchId}`
  const [sent, setSent] = useState<Sent | undefined>(() => {
    const kept = recall(place)
    return isSent(kept) ? kept : undefined
  })
  const [step, setStep] = useState<Step>({ at: 'choose' })
  const [trouble, setTrouble] = useState<Trouble | undefined>()
  const unsent = useRef<Picked | undefined>(undefined)

  const remember = (next: Sent) => {
    keep(place, next)
    setSent(next)
  }

  /** Looks the file through and says meanwhile how far it has come. */
  const look = async (file: Sent) => {
    setTrouble(undefined)
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
      setStep({ at: 'preview', preview: answer.data })
      return
    }
    setTrouble({ code: answer.code, message: messageOf(answer.data) })
    setStep({ at: 'choose' })
  }

  const send = async (file: Picked) => {
    unsent.current = file
    setTrouble(undefined)
    setStep({ at: 'sending', percent: 0 })
    const fileId = await upload(file, percent => setStep({ at: 'sending', percent }))
    if (fileId === undefined) {
      setTrouble({ code: 'OFFLINE' })
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
  /** The roster was changed by others since: the same file is looked through anew. */
  const anew = async () => {
    if (!sent) return choose()
    const fresh = { ...sent, commandId: newId() }
    remember(fresh)
    await look(fresh)
  }
  const confirm = async (previewId: string) => {
    setTrouble(undefined)
    const answer = await call('roster.commit', { previewId }, { commandId: previewId })
    if (!answer.ok) {
      setTrouble({ code: answer.code })
      return
    }
    forget(place)
    setSent(undefined)
    setStep({ at: 'done', result: answer.data })
  }
  return { sent, step, trouble, choose, again, anew, confirm }
}
