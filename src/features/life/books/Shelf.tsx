import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Button } from '../../../components/Button'
import { Card, Section } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { Fact } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { SearchBox } from '../../../components/SearchBox'
import { SideBySide } from '../../../components/SideBySide'
import { call, type Given } from '../../../platform/call'
import { usePages } from '../../../platform/pages'
import { useCommand, useQuery } from '../../../platform/query'
import { sayBook, sayDue } from './words'

type Item = Given<'book.shelf'>['items'][number]

interface OneProps {
  book: Item
  forMemberId: { forMemberId?: string }
  onChanged: () => Promise<unknown>
}

const One = ({ book, forMemberId, onChanged }: OneProps) => {
  const { bookId, title, mine, wanted } = book
  const want = useCommand('book.want')
  const press = async () => {
    const answer = await want.run({ bookId, want: !wanted, ...forMemberId })
    if (answer?.ok) await onChanged()
  }
  return (
    <Card title={`《${title}》`}>
      <View className="soft">{sayBook(book)}</View>
      {mine && <View className="strong">在您手里</View>}
      {wanted && <View className="strong">跟支部说了想看；有书了，书记会安排，也会告诉您。</View>}
      {want.refusal && <Failure refusal={want.refusal} onSeen={want.forget} />}
      {!mine && (
        <Button icon={wanted ? 'close' : 'hand'} kind={wanted ? 'quiet' : 'secondary'} about={title} onPress={press}>
          {wanted ? '不想看了' : '我想看'}
        </Button>
      )}
    </Card>
  )
}

/** 党员书屋: what one has and until when, and the shelf, from which a book is asked for by one press. */
export const Shelf = ({ forMemberId, head }: { forMemberId: { forMemberId?: string }; head: ReactNode }) => {
  const [typed, setTyped] = useState('')
  const find = typed.trim()
  const input = { ...forMemberId, ...(find === '' ? {} : { find }) }
  const query = useQuery('book.shelf', input)
  const { items, more, refusal } = usePages(query, cursor => call('book.shelf', { ...input, cursor }))
  const loans = query.data?.loans ?? []
  return (
    <Screen wide>
      {head}
      {loans.length > 0 && (
        <Section title="我借的">
          <Card>
            {loans.map(one => (
              <Fact key={one.loanId} icon="book" label={sayDue(one)}>
                {`《${one.title}》`}
              </Fact>
            ))}
            <View className="soft">看完还到书屋；腿脚不便，请联系您的同志来取。没看完，跟书记说一声就行。</View>
          </Card>
        </Section>
      )}
      <SearchBox label="找一本书" value={typed} onChange={setTyped} />
      <Loaded query={query} cards={3}>
        {() => (
          <View className="stack">
            {items.length === 0 &&
              (find === '' ? (
                <Empty icon="book" title="书架上还没有书" hint="支部的书登记好了，会列在这里，想看哪本按一下就行。" />
              ) : (
                <View className="soft">没有这个名字的书，看看字有没有写错。</View>
              ))}
            <SideBySide>
              {items.map(one => (
                <One key={one.bookId} book={one} forMemberId={forMemberId} onChanged={query.reload} />
              ))}
            </SideBySide>
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看一些</Button>}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
