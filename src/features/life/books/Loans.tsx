import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayDay } from '../../../../core/shared/spans'
import { IconButton, Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { PersonRow } from '../../../components/Rows'
import { Panes, Screen } from '../../../components/Screen'
import { Tabs } from '../../../components/Tabs'
import { call } from '../../../platform/call'
import { usePages } from '../../../platform/pages'
import { useCommand, useQuery } from '../../../platform/query'
import { type LoanItem, sayDue } from './words'

const parts = [
  { value: 'out', words: '借出去的' },
  { value: 'back', words: '还回来的' },
] as const

const sayLoan = (one: LoanItem): string =>
  [
    `《${one.title}》`,
    ...(one.backOn === undefined ? [] : [`${sayDay(one.backOn)}还的`]),
    ...(one.broughtBy === undefined ? [] : [`${one.broughtBy}带去的`]),
    ...(one.fetchedBy === undefined ? [] : [`${one.fetchedBy}取回的`]),
  ].join(' · ')

/** 借书、还书: what is out, the first due first, each given back by one press; what came back stays to be read. */
export const Loans = ({ branchId, branchName }: { branchId: string; branchName: string }) => {
  const [state, setState] = useState<'out' | 'back'>('out')
  const query = useQuery('book.loans', { branchId, state })
  const { items, more, refusal } = usePages(query, cursor => call('book.loans', { branchId, state, cursor }))
  const back = useCommand('book.giveBack')
  const [done, setDone] = useState<string | undefined>()
  const press = async ({ loanId, title, name }: LoanItem) => {
    const answer = await back.run({ loanId })
    if (!answer?.ok) return
    setDone(`${name}还了《${title}》`)
    await query.reload()
  }
  const side = (
    <>
      <View>
        <Title>借书、还书</Title>
        <View className="soft">{branchName}</View>
      </View>
      <Tabs options={parts} value={state} onChange={setState} />
      {done !== undefined && <Notice tone="good" title={done} onSeen={() => setDone(undefined)} />}
      {back.refusal && <Failure refusal={back.refusal} onSeen={back.forget} />}
      <ExportButton words="导出 Excel" icon="sheet" name="党员书屋.xlsx" make={() => call('book.export', { branchId })} />
    </>
  )
  return (
    <Screen wide>
      <Panes side={side}>
        <Loaded query={query} cards={3}>
          {() => (
            <View className="stack">
              {items.length === 0 &&
                (state === 'out' ? (
                  <Empty icon="book" title="没有借出去的书" hint="在书架上点“借给一位同志”，借出去的会列在这里，到期自动提醒。" />
                ) : (
                  <Empty icon="book" title="还没有还回来的" hint="还书时按一下“还了”，这里就会记着。" />
                ))}
              {items.map(one => (
                <PersonRow
                  key={one.loanId}
                  name={one.name}
                  note={sayLoan(one)}
                  {...(state === 'out'
                    ? {
                        state: one.late
                          ? { icon: 'alert' as const, tone: 'warn' as const, words: sayDue(one) }
                          : { icon: 'clock' as const, tone: 'soft' as const, words: sayDue(one) },
                        action: (
                          <IconButton icon="done" label={`还了：${one.name}的《${one.title}》`} words="还了" onPress={() => press(one)} />
                        ),
                      }
                    : {})}
                />
              ))}
              {refusal && <Failure refusal={refusal} />}
              {more && <Button onPress={more}>再看一些</Button>}
            </View>
          )}
        </Loaded>
      </Panes>
    </Screen>
  )
}
