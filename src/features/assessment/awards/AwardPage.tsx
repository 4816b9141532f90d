import { View } from '@tarojs/components'
import { useState } from 'react'
import { MOST_TIERS } from '../../../../core/assessment/awards/rules'
import { fenOf, sayMoney } from '../../../../core/means/public'
import { BigButton, Button } from '../../../components/Button'
import { Section, Title } from '../../../components/Card'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Empty, Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { ShortRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { Unfold } from '../../../components/Unfold'
import { call, type Given, newId } from '../../../platform/call'
import { usePages } from '../../../platform/pages'
import { useCommand, useQuery } from '../../../platform/query'

type Data = Given<'award.list'>
interface Of {
  roundId: string
  orgId: string
}

const isScore = (text: string): boolean => text !== '' && Number.isInteger(Number(text) * 2) && Number(text) >= 0

/** One more tier: from a score on, so much. */
const NewTier = ({ tiers, of, onChanged }: { tiers: Data['tiers']; of: Of; onChanged: () => Promise<void> }) => {
  const [score, setScore] = useState('')
  const [yuan, setYuan] = useState('')
  const [tried, setTried] = useState(false)
  const rule = useCommand('award.rule')
  const fen = fenOf(yuan)
  const press = async (close: () => void) => {
    setTried(true)
    if (!isScore(score) || fen === undefined) return
    const tier = { atLeast: Number(score), fen }
    const answer = await rule.run({ ...of, tiers: [...tiers.filter(one => one.atLeast !== tier.atLeast), tier] })
    if (!answer?.ok) return
    setScore('')
    setYuan('')
    setTried(false)
    close()
    await onChanged()
  }
  return (
    <Unfold icon="add" words="加一档">
      {close => (
        <View className="stack">
          <Field
            label="得多少分以上"
            value={score}
            onChange={setScore}
            max={6}
            placeholder="例如：90"
            error={tried && !isScore(score) ? '请写一个分数' : undefined}
          />
          <Field
            label="补助多少元"
            value={yuan}
            onChange={setYuan}
            max={11}
            placeholder="例如：2000"
            error={tried && fen === undefined ? '请写金额，最多两位小数' : undefined}
          />
          {rule.refusal && <Failure refusal={rule.refusal} onSeen={rule.forget} />}
          <Button icon="done" busyWords="正在存…" onPress={() => press(close)}>
            加上
          </Button>
          <Button kind="quiet" onPress={close}>
            不加了
          </Button>
        </View>
      )}
    </Unfold>
  )
}

const Tiers = ({ data, of, onChanged }: { data: Data; of: Of; onChanged: () => Promise<void> }) => {
  const rule = useCommand('award.rule')
  const drop = async (atLeast: number) => {
    if ((await rule.run({ ...of, tiers: data.tiers.filter(one => one.atLeast !== atLeast) }))?.ok) await onChanged()
  }
  const open = data.bookedAt === null
  return (
    <Section title="档次">
      {data.tiers.length === 0 && <View className="soft">例如：90 分以上补 3000 元，80 分以上补 1000 元。</View>}
      {rule.refusal && <Failure refusal={rule.refusal} onSeen={rule.forget} />}
      {data.tiers
        .toSorted((one, other) => other.atLeast - one.atLeast)
        .map(one => (
          <ShortRow
            key={String(one.atLeast)}
            name={`${String(one.atLeast)} 分以上：${sayMoney(one.fen)}`}
            action={
              open &&
              data.tiers.length > 1 && (
                <Button kind="quiet" icon="close" about={`${String(one.atLeast)} 分以上`} onPress={() => drop(one.atLeast)}>
                  去掉
                </Button>
              )
            }
          />
        ))}
      {open && data.tiers.length < MOST_TIERS && <NewTier tiers={data.tiers} of={of} onChanged={onChanged} />}
    </Section>
  )
}

/** 以奖代补: tiers by score, what each branch gets, and the booking. */
export const AwardPage = ({ of, orgName }: { of: Of; orgName: string }) => {
  const query = useQuery('award.list', { roundId: of.roundId })
  const { items, more, refusal } = usePages(query, cursor => call('award.list', { roundId: of.roundId, cursor }))
  const book = useCommand('award.book')
  const press = async () => {
    if ((await book.run({ roundId: of.roundId }))?.ok) await query.reload()
  }
  const ready = query.data?.bookedAt === null && query.data.closed && query.data.tiers.length > 0
  const paid = items.filter(one => one.fen > 0)
  return (
    <Screen
      main={
        ready && (
          <>
            {book.refusal && <Failure refusal={book.refusal} onSeen={book.forget} />}
            <BigButton icon="wallet" busyWords="正在入账…" onPress={press}>
              记到各支部经费账上
            </BigButton>
          </>
        )
      }
    >
      <Title>以奖代补</Title>
      <View className="soft">{orgName}</View>
      <Loaded query={query} cards={3}>
        {data => (
          <View className="stack">
            {data.bookedAt !== null && <Notice tone="good" title="已经记到各支部的经费账上" />}
            {!data.closed && <Notice tone="info" title="考评结束以后才能入账，现在可以先定档次、看看金额" />}
            <Tiers data={data} of={of} onChanged={query.reload} />
            <Section title="各支部">
              {paid.length === 0 && <Empty icon="wallet" title="还没有支部够得上" hint="定好档次以后，这里列出哪个支部补多少。" />}
              {paid.map(one => (
                <ShortRow
                  key={one.branchId}
                  name={one.name}
                  note={`${String(one.score)} 分 · ${sayMoney(one.fen)}`}
                  {...(one.entryId === undefined ? {} : { state: { icon: 'done' as const, tone: 'good' as const, words: '已入账' } })}
                />
              ))}
              {refusal && <Failure refusal={refusal} />}
              {more && <Button onPress={more}>再看一些</Button>}
              <ExportButton
                words="导出公示名单"
                icon="sheet"
                name="以奖代补.xlsx"
                make={() => call('award.export', { roundId: of.roundId }, { commandId: newId() })}
              />
            </Section>
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
