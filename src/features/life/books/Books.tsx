import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayDay } from '../../../../core/shared/spans'
import { routes } from '../../../../core/shared/routes'
import { BigButton, Button } from '../../../components/Button'
import { Card, Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { LinkRow } from '../../../components/Rows'
import { Panes, Screen } from '../../../components/Screen'
import { SearchBox } from '../../../components/SearchBox'
import { SideBySide } from '../../../components/SideBySide'
import { call } from '../../../platform/call'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useCommand, useQuery } from '../../../platform/query'
import { PickMember } from '../../people/public'
import { BookForm, type ShelfBook } from './BookForm'
import { sayBook, sayDue } from './words'

interface OneProps {
  book: ShelfBook
  onEdit: () => void
  onPick: () => void
  onLent: (memberId: string) => Promise<unknown>
}

const One = ({ book, onEdit, onPick, onLent }: OneProps) => (
  <Card title={`《${book.title}》`}>
    <View className="soft">{sayBook(book)}</View>
    {book.out.length > 0 && <View>{book.out.map(one => `${one.name}，${sayDue(one)}`).join('；')}</View>}
    {book.free > 0 &&
      book.wanted.map(one => (
        <Button key={one.memberId} icon="hand" about={book.title} onPress={() => onLent(one.memberId)}>
          {`${one.name}想看，借给这位同志`}
        </Button>
      ))}
    {book.free === 0 && book.wanted.length > 0 && <View className="soft">{book.wanted.map(one => one.name).join('、')}等着看</View>}
    {book.free > 0 && (
      <Button icon="hand" about={book.title} onPress={onPick}>
        借给一位同志
      </Button>
    )}
    <Button kind="quiet" icon="edit" about={book.title} onPress={onEdit}>
      改一改
    </Button>
  </Card>
)

type Doing = { what: 'edit'; book?: ShelfBook } | { what: 'lend'; book: ShelfBook }

/** 书架: every book with who has it and who wants it; lent by two presses. */
export const Books = ({ branchId, branchName }: { branchId: string; branchName: string }) => {
  const [typed, setTyped] = useState('')
  const find = typed.trim()
  const input = { branchId, ...(find === '' ? {} : { find }) }
  const query = useQuery('book.list', input)
  const { items, more, refusal } = usePages(query, cursor => call('book.list', { ...input, cursor }))
  const lend = useCommand('book.lend')
  const [doing, setDoing] = useState<Doing | undefined>()
  const [done, setDone] = useState<string | undefined>()
  const lent = async ({ bookId, title }: ShelfBook, memberId: string) => {
    const answer = await lend.run({ bookId, memberId })
    setDoing(undefined)
    if (answer?.ok) setDone(`借出《${title}》，${sayDay(answer.data.dueOn)}前还`)
    await query.reload()
  }
  if (doing?.what === 'edit') {
    const end = (saved: boolean) => {
      setDoing(undefined)
      if (saved) void query.reload()
    }
    return <BookForm branchId={branchId} book={doing.book} onDone={end} />
  }
  if (doing) {
    const { book } = doing
    return (
      <PickMember
        branchId={branchId}
        title={`《${book.title}》借给谁？`}
        busy={lend.busy}
        onPick={member => void lent(book, member.memberId)}
        onBack={() => setDoing(undefined)}
      />
    )
  }
  const side = (
    <>
      <View>
        <Title>党员书屋</Title>
        <View className="soft">{branchName}</View>
      </View>
      <LinkRow icon="list" words="借书、还书登记" note="谁借的、哪天该还、还回来了" onPress={() => go(routes.loans())} />
      {done !== undefined && <Notice tone="good" title={done} onSeen={() => setDone(undefined)} />}
      {lend.refusal && <Failure refusal={lend.refusal} onSeen={lend.forget} />}
    </>
  )
  return (
    <Screen
      wide
      main={
        <BigButton icon="add" onPress={() => setDoing({ what: 'edit' })}>
          登记一本书
        </BigButton>
      }
    >
      <Panes side={side}>
        <SearchBox label="找一本书" value={typed} onChange={setTyped} />
        <Loaded query={query} cards={3}>
          {() => (
            <View className="stack">
              {items.length === 0 && find === '' && (
                <Empty icon="book" title="书架上还没有书" hint="一本一本登记，老同志在手机上就能看到、想看哪本按一下。" />
              )}
              {items.length === 0 && find !== '' && <View className="soft">没有这个名字的书。</View>}
              <SideBySide>
                {items.map(one => (
                  <One
                    key={one.bookId}
                    book={one}
                    onEdit={() => setDoing({ what: 'edit', book: one })}
                    onPick={() => setDoing({ what: 'lend', book: one })}
                    onLent={memberId => lent(one, memberId)}
                  />
                ))}
              </SideBySide>
              {refusal && <Failure refusal={refusal} />}
              {more && <Button onPress={more}>再看一些</Button>}
            </View>
          )}
        </Loaded>
      </Panes>
    </Screen>
  )
}
