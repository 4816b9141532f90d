import { useState } from 'react'
import { BigButton, Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Screen } from '../../../components/Screen'
import type { Given } from '../../../platform/call'
import { useDraft } from '../../../platform/draft'
import { useCommand } from '../../../platform/query'
import { fields, text } from '../../../platform/shape'

export type ShelfBook = Given<'book.list'>['items'][number]

interface Draft {
  title: string
  author: string
  copies: string
}
const isDraft = fields<Draft>({ title: text, author: text, copies: text })

interface Props {
  branchId: string
  book?: ShelfBook | undefined
  onDone: (saved: boolean) => void
}

/** 登记一本书. */
export const BookForm = ({ branchId, book, onDone }: Props) => {
  const first = book ? { title: book.title, author: book.author, copies: String(book.copies) } : { title: '', author: '', copies: '1' }
  const { draft, change, done } = useDraft<Draft>(`book/${branchId}/${book?.bookId ?? ''}`, isDraft, first)
  const [tried, setTried] = useState(false)
  const save = useCommand('book.save')
  const faults = {
    title: draft.title.trim() === '' ? '请写书名' : undefined,
    copies: /^\d{1,3}$/.test(draft.copies.trim()) && (book !== undefined || Number(draft.copies) > 0) ? undefined : '请填几本，例如 2',
  }
  const press = async () => {
    setTried(true)
    if (Object.values(faults).some(fault => fault !== undefined)) return
    const { title, author, copies } = draft
    const answer = await save.run({
      ...{ branchId, title, copies: Number(copies) },
      ...(author.trim() === '' ? {} : { author }),
      ...(book ? { bookId: book.bookId } : {}),
    })
    if (!answer?.ok) return
    done(first)
    onDone(true)
  }
  return (
    <Screen
      main={
        <>
          {save.refusal && <Failure refusal={save.refusal} onSeen={save.forget} />}
          <BigButton icon="done" busyWords="正在记下…" onPress={press}>
            放上书架
          </BigButton>
        </>
      }
    >
      <Field label="书名" value={draft.title} onChange={title => change({ title })} max={60} error={tried ? faults.title : undefined} />
      <Field label="作者（可以不写）" value={draft.author} onChange={author => change({ author })} max={40} />
      <Field
        label="几本"
        hint={book ? '一本也没有了，填 0，书架上就不再列出。' : undefined}
        value={draft.copies}
        onChange={copies => change({ copies })}
        max={3}
        keyboard="number"
        error={tried ? faults.copies : undefined}
      />
      <Button icon="back" onPress={() => onDone(false)}>
        先不改
      </Button>
    </Screen>
  )
}
