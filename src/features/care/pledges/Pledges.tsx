import { View } from '@tarojs/components'
import { useState } from 'react'
import { dateOf } from '../../../../core/shared/calendar'
import { sayDay } from '../../../../core/shared/spans'
import { BigButton, Button } from '../../../components/Button'
import { Card, Title } from '../../../components/Card'
import { Confirm } from '../../../components/Confirm'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { Panes, Screen } from '../../../components/Screen'
import { PickOne } from '../../../components/PickOne'
import { SideBySide } from '../../../components/SideBySide'
import { Unfold } from '../../../components/Unfold'
import { call } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { usePages } from '../../../platform/pages'
import { useCommand, useQuery } from '../../../platform/query'
import { DoneForm } from './DoneForm'
import { PledgeForm } from './PledgeForm'
import { Standing } from './Standing'
import { UnitCard } from './UnitCard'
import type { Pledge } from './words'

const END_REASON = '不再办了'

const Tools = ({ pledge, onChanged }: { pledge: Pledge; onChanged: (said: string) => Promise<unknown> }) => {
  const end = useCommand('pledge.end')
  const press = async () => {
    const answer = await end.run({ pledgeId: pledge.pledgeId, reason: END_REASON })
    if (answer?.ok) await onChanged('记下了，以后不再催这一项')
  }
  return (
    <>
      {pledge.may.includes('done') && (
        <Unfold words="办了一次" icon="done">
          {close => (
            <DoneForm
              pledge={pledge}
              onBack={close}
              onDone={async () => {
                close()
                await onChanged('记上了')
              }}
            />
          )}
        </Unfold>
      )}
      {pledge.may.includes('end') && (
        <>
          {end.refusal && <Failure refusal={end.refusal} onSeen={end.forget} />}
          <Confirm question="这一项以后不再办了吗？" explain="办过的都留着。" yes="是，不再办了" no="不，接着办" onYes={press}>
            这一项不再办了
          </Confirm>
        </>
      )}
    </>
  )
}

const One = ({ pledge, above, onChanged }: { pledge: Pledge; above: boolean; onChanged: (said: string) => Promise<unknown> }) => (
  <Card title={`${pledge.partnerName}：${pledge.what}`}>
    {above && <View className="soft">{pledge.branchName}</View>}
    {pledge.until !== undefined && <View className="soft">{`${sayDay(pledge.until)}起不再办了`}</View>}
    <Standing shown={pledge} />
    {pledge.acts.length > 0 && (
      <Unfold words={`办过的 ${String(pledge.acts.length)} 次`}>
        {() => (
          <>
            {pledge.acts.map((one, index) => (
              <View key={`${one.on}${String(index)}`}>{`${sayDay(one.on)} ${one.note}`}</View>
            ))}
          </>
        )}
      </Unfold>
    )}
    <Tools pledge={pledge} onChanged={onChanged} />
  </Card>
)

interface Props {
  orgId: string
  orgName: string
  /** One unit alone. */
  partnerId: string | undefined
}

/** 共建承诺: what partner units owe in a year, what is late first, and what was done. */
export const Pledges = ({ orgId, orgName, partnerId }: Props) => {
  const thisYear = Number(dateOf(now()).slice(0, 4))
  const [year, setYear] = useState(thisYear)
  const wanted = { orgId, year, ...(partnerId === undefined ? {} : { partnerId }) }
  const query = useQuery('pledge.list', wanted)
  const { items, more, refusal } = usePages(query, cursor => call('pledge.list', { ...wanted, cursor }))
  const [adding, setAdding] = useState(false)
  const [said, setSaid] = useState<string | undefined>()
  const changed = async (words: string) => {
    setSaid(words)
    await query.reload()
  }
  if (adding) {
    const done = (saved: boolean) => {
      setAdding(false)
      if (saved) void changed('登记好了，到时候会提醒')
    }
    return <PledgeForm orgId={orgId} partnerId={partnerId} onDone={done} />
  }
  const ordered = items.toSorted((one, other) => other.overdue - one.overdue)
  const above = items.some(one => one.branchId !== orgId)
  const units = [...new Map(items.map(one => [one.partnerId, one.partnerName]))]
  const side = (
    <>
      <View>
        <Title>共建承诺</Title>
        <View className="soft">{orgName}</View>
      </View>
      {said !== undefined && <Notice tone="good" title={said} onSeen={() => setSaid(undefined)} />}
      <PickOne
        label="哪一年"
        options={[thisYear, thisYear - 1, thisYear + 1].map(one => ({ value: String(one), words: `${String(one)}年` }))}
        value={String(year)}
        onChange={one => setYear(Number(one))}
      />
      {items.length > 0 && (
        <ExportButton words="导出 Excel" icon="sheet" name="共建承诺.xlsx" make={() => call('pledge.export', { orgId, year })} />
      )}
      {!above && units.length > 0 && (
        <Unfold words="给单位的联系人发卡片" icon="share">
          {() => (
            <>
              {units.map(([id, name]) => (
                <UnitCard key={id} partnerId={id} name={name} />
              ))}
            </>
          )}
        </Unfold>
      )}
    </>
  )
  return (
    <Screen
      wide
      main={
        !above && (
          <BigButton icon="add" onPress={() => setAdding(true)}>
            登记一项承诺
          </BigButton>
        )
      }
    >
      <Panes side={side}>
        <Loaded query={query} cards={2}>
          {() => (
            <>
              {items.length === 0 && (
                <Empty
                  icon="hand"
                  title="还没有登记共建承诺"
                  hint="共建单位一年做几次什么：一起学习、健康讲座、上门看望……登记了，办到哪一步两边都看得到。"
                />
              )}
              <SideBySide>
                {ordered.map(one => (
                  <One key={one.pledgeId} pledge={one} above={above} onChanged={changed} />
                ))}
              </SideBySide>
              {refusal && <Failure refusal={refusal} />}
              {more && <Button onPress={more}>再看一些</Button>}
            </>
          )}
        </Loaded>
      </Panes>
    </Screen>
  )
}
