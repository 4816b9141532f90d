import { View } from '@tarojs/components'
import { useState } from 'react'
import { dateOf } from '../../../../core/shared/calendar'
import { sayDay } from '../../../../core/shared/spans'
import { BigButton, Button, IconButton } from '../../../components/Button'
import { Section, Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Loaded } from '../../../components/Loaded'
import { Many } from '../../../components/Many'
import { ShortRow } from '../../../components/Rows'
import { Panes, Screen } from '../../../components/Screen'
import type { Given } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { useCommand, useQuery } from '../../../platform/query'
import { PickMany } from './PickMany'
import { SendForm } from './SendForm'
import { sayStock } from './words'

type Data = Given<'material.get'>
type Handing = Data['handed'][number]

const HandMore = ({ material, onDone }: { material: Data; onDone: () => void }) => {
  const [chosen, setChosen] = useState<string[]>([])
  const hand = useCommand('material.hand')
  const press = async () => {
    const answer = await hand.run({ materialId: material.materialId, memberIds: chosen, on: dateOf(now()) })
    if (answer?.ok) onDone()
  }
  return (
    <Screen
      main={
        <>
          {hand.refusal && <Failure refusal={hand.refusal} onSeen={hand.forget} />}
          <BigButton icon="done" disabled={chosen.length === 0} busyWords="正在记下…" onPress={press}>
            {chosen.length === 0 ? '请选发给谁' : `发给 ${String(chosen.length)} 位同志`}
          </BigButton>
        </>
      }
    >
      <Title>{material.title}</Title>
      <View>还剩 {String(material.remaining - chosen.length)} 份</View>
      <PickMany branchId={material.orgId} chosen={chosen} onChange={setChosen} without={material.handed.map(one => one.memberId)} />
      <Button icon="back" onPress={onDone}>
        先不发
      </Button>
    </Screen>
  )
}

const Receipts = ({ material, onChanged }: { material: Data; onChanged: () => Promise<unknown> }) => {
  const { materialId, handed, ticked, people } = material
  const tick = useCommand('material.tick')
  const back = useCommand('material.takeBack')
  const press = async ({ memberId, gotOn }: Handing) => {
    const answer = await tick.run({ memberId, materialId, got: gotOn === undefined })
    if (answer?.ok) await onChanged()
  }
  const undo = async ({ memberId }: Handing) => {
    const answer = await back.run({ materialId, memberId })
    if (answer?.ok) await onChanged()
  }
  return (
    <Section title={`发给了 ${String(people)} 位，${String(ticked)} 位确认收到`}>
      {tick.refusal && <Failure refusal={tick.refusal} onSeen={tick.forget} />}
      {back.refusal && <Failure refusal={back.refusal} onSeen={back.forget} />}
      <Many items={handed} keyOf={one => one.memberId}>
        {one => (
          <ShortRow
            name={one.name}
            note={
              one.gotOn === undefined
                ? `${sayDay(one.on)}发的${one.count > 1 ? `，${String(one.count)} 份` : ''}`
                : `${one.gotBy ?? ''}确认`
            }
            {...(one.gotOn === undefined ? {} : { state: { icon: 'done' as const, tone: 'good' as const, words: '收到了' } })}
            action={
              <View className="row tight">
                {one.gotOn === undefined && <IconButton icon="close" label={`没发：${one.name}`} words="没发" onPress={() => undo(one)} />}
                <IconButton
                  icon={one.gotOn === undefined ? 'check' : 'retry'}
                  label={`${one.gotOn === undefined ? '收到' : '改回'}：${one.name}`}
                  words={one.gotOn === undefined ? '收到' : '改回'}
                  onPress={() => press(one)}
                />
              </View>
            }
          />
        )}
      </Many>
    </Section>
  )
}

/** One material: what is left, who was handed it, who has it for sure; of an organization above, the branches it was sent on to. */
export const Material = ({ materialId }: { materialId: string }) => {
  const query = useQuery('material.get', { materialId })
  const arrived = useCommand('material.arrived')
  const [handing, setHanding] = useState(false)
  const data = query.data
  const end = () => {
    setHanding(false)
    void query.reload()
  }
  const branch = data?.may.includes('hand') === true
  if (handing && data) {
    if (branch) return <HandMore material={data} onDone={end} />
    return <SendForm orgId={data.orgId} material={{ ...data, sentTo: data.sent.map(one => one.orgId) }} onDone={end} />
  }
  const came = async () => {
    const answer = await arrived.run({ materialId })
    if (answer?.ok) await query.reload()
  }
  const main = () => {
    if (data?.onTheWay)
      return (
        <BigButton icon="done" busyWords="正在记下…" onPress={came}>
          {`收到了 ${String(data.received)} 份`}
        </BigButton>
      )
    return (
      data !== undefined &&
      data.remaining > 0 && (
        <BigButton icon="hand" onPress={() => setHanding(true)}>
          再发一些
        </BigButton>
      )
    )
  }
  return (
    <Screen wide main={main()}>
      {arrived.refusal && <Failure refusal={arrived.refusal} onSeen={arrived.forget} />}
      <Loaded query={query} cards={3}>
        {material => (
          <Panes
            side={
              <>
                <Title>{material.title}</Title>
                <View className="strong">{sayStock(material)}</View>
                <View className="soft">
                  {sayDay(material.on)}
                  {material.fromName === undefined ? '收到' : `，${material.fromName}发来`}
                </View>
              </>
            }
          >
            {material.sent.length > 0 && (
              <Section title={`发给了 ${String(material.sent.length)} 个组织`}>
                <Many items={material.sent} keyOf={one => one.orgId} unit="个">
                  {one => (
                    <ShortRow
                      name={one.name}
                      note={`${String(one.count)} 份，${sayDay(one.on)}发的`}
                      state={
                        one.arrivedOn === undefined
                          ? { icon: 'clock', tone: 'soft', words: '还没确认' }
                          : { icon: 'done', tone: 'good', words: '收到了' }
                      }
                    />
                  )}
                </Many>
              </Section>
            )}
            {material.handed.length > 0 && <Receipts material={material} onChanged={query.reload} />}
          </Panes>
        )}
      </Loaded>
    </Screen>
  )
}
