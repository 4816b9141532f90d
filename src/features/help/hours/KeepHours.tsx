import { View } from '@tarojs/components'
import { useState } from 'react'
import { bookingWords } from '../../../../core/help/hours/kinds'
import { BigButton, Button } from '../../../components/Button'
import { Card, Section, Title } from '../../../components/Card'
import { Confirm } from '../../../components/Confirm'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { Many } from '../../../components/Many'
import { Fact, PersonRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { Tabs } from '../../../components/Tabs'
import { call, newId } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { usePages } from '../../../platform/pages'
import { useCommand, useQuery } from '../../../platform/query'
import { CallNumbers, CallRow, FindPerson } from '../../people/public'
import { HoursForm } from './HoursForm'
import { ring } from './ring'
import { type Kept, sayShort, sayWhen, stateMarks } from './words'

const parts = [
  { value: 'ahead', words: '正在约的' },
  { value: 'over', words: '办过的' },
] as const

interface OneProps {
  hours: Kept
  onBack: () => void
}

/** Who booked which time, for the officer; never what for. Books for a person who called, calls all off. */
const One = ({ hours, onBack }: OneProps) => {
  const { hoursId } = hours
  const query = useQuery('hours.booked', { hoursId })
  const book = useCommand('hours.bookFor')
  const cancel = useCommand('hours.cancel')
  const off = useCommand('hours.off')
  const [picking, setPicking] = useState(false)
  const act = async (memberId: string, startsAt: number) => {
    await cancel.run({ hoursId, memberId, startsAt })
    await query.reload()
  }
  const pick = async (memberId: string) => {
    setPicking(false)
    await book.run({ hoursId, memberId })
    await query.reload()
  }
  const callOff = async () => {
    await off.run({ hoursId, from: 0, to: Math.max(0, ...hours.slots.map(one => one.endsAt)) })
    await query.reload()
  }
  if (picking)
    return (
      <Screen>
        <Title>替谁约最近的时间</Title>
        <FindPerson orgId={hours.orgId} onPick={({ memberId }) => pick(memberId)} />
        <Button kind="quiet" onPress={() => setPicking(false)}>
          不约了，返回
        </Button>
      </Screen>
    )
  const forget = () => {
    book.forget()
    cancel.forget()
    off.forget()
  }
  const refusal = book.refusal ?? cancel.refusal ?? off.refusal
  return (
    <Screen
      main={
        hours.free > 0 && (
          <BigButton icon="person-add" busyWords="正在约…" onPress={() => setPicking(true)}>
            替打电话来的同志约
          </BigButton>
        )
      }
    >
      <Title>{hours.title}</Title>
      <Fact icon="place">{hours.place.name}</Fact>
      {refusal && <Failure refusal={refusal} onSeen={forget} />}
      <Loaded query={query}>
        {({ hosts, items, waiting }) => (
          <View className="stack">
            {hosts.map(({ memberId, name }) => (
              <CallRow key={memberId} name={name} note="坐班" rings ask={() => ring(hoursId, memberId)} />
            ))}
            {items.length === 0 && <Empty icon="calendar" title="还没有人约" hint="约了的同志会列在这里。" />}
            <Many items={items} keyOf={one => `${String(one.startsAt)}:${one.memberId}`} step={20}>
              {one => (
                <View className="stack">
                  <PersonRow
                    name={one.name}
                    note={sayWhen(one.startsAt)}
                    state={{ ...stateMarks[one.state], words: bookingWords[one.state] }}
                    {...(one.state === 'booked'
                      ? {
                          action: (
                            <View>
                              <Confirm
                                question={`替${one.name}取消？`}
                                explain="会告诉本人，空出的时间给排候补的同志。"
                                yes="替他取消"
                                no="不取消"
                                onYes={() => act(one.memberId, one.startsAt)}
                              >
                                取消
                              </Confirm>
                            </View>
                          ),
                        }
                      : {})}
                  />
                  {one.endsAt > now() && (
                    <CallNumbers name={one.name} words={`打电话给${one.name}`} ask={() => ring(hoursId, one.memberId)} />
                  )}
                </View>
              )}
            </Many>
            {waiting.length > 0 && (
              <Section title={`候补 ${String(waiting.length)} 位`}>
                {waiting.map(({ memberId, name }) => (
                  <CallRow key={memberId} name={name} rings ask={() => ring(hoursId, memberId)} />
                ))}
              </Section>
            )}
          </View>
        )}
      </Loaded>
      {(hours.booked > 0 || hours.free > 0) && (
        <Confirm question="后面的时间都取消？" explain="约了的同志会马上收到消息。" yes="都取消" no="不取消" onYes={callOff}>
          后面的都取消
        </Confirm>
      )}
      <Button icon="back" onPress={onBack}>
        返回
      </Button>
    </Screen>
  )
}

/** Consultation hours that an officer keeps: make, look who comes, take along as a sheet. */
export const KeepHours = ({ orgId }: { orgId: string }) => {
  const [part, setPart] = useState<'ahead' | 'over'>('ahead')
  const [doing, setDoing] = useState<'make' | Kept | undefined>()
  const input = { orgId, ...(part === 'over' ? { ended: true } : {}) }
  const query = useQuery('hours.list', input)
  const { items, more, refusal } = usePages(query, cursor => call('hours.list', { ...input, cursor }))
  const back = () => {
    setDoing(undefined)
    void query.reload()
  }
  if (doing === 'make') return <HoursForm orgId={orgId} onDone={back} />
  if (doing) return <One hours={doing} onBack={back} />
  const may = query.data?.may ?? []
  return (
    <Screen
      main={
        may.includes('save') && (
          <BigButton icon="calendar-add" onPress={() => setDoing('make')}>
            排一次坐班
          </BigButton>
        )
      }
    >
      <Tabs options={parts} value={part} onChange={setPart} />
      <Loaded query={query}>
        {() => (
          <View className="stack">
            {items.length === 0 && (
              <Empty icon="calendar" title="这里会列出医生、律师坐班的时间" hint="按下面的红按钮排好，老同志按一下就能约。" />
            )}
            {items.map(one => (
              <Card key={one.hoursId} title={one.title} onPress={() => setDoing(one)}>
                <View>{`${one.hosts.join('、')}　${one.place.name}`}</View>
                {part === 'ahead' ? (
                  <View className="soft">
                    {`${one.next === null ? '' : `${sayShort(one.next)} 起，`}约了 ${String(one.booked)} 位，空 ${String(one.free)} 个${one.waiting > 0 ? `，候补 ${String(one.waiting)} 位` : ''}`}
                  </View>
                ) : (
                  <View className="soft">{`办了 ${String(one.held)} 位，没有来 ${String(one.missed)} 位`}</View>
                )}
              </Card>
            ))}
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看一些</Button>}
          </View>
        )}
      </Loaded>
      {may.includes('export') && (
        <ExportButton words="导出预约表" name="预约咨询.xlsx" make={() => call('hours.export', { orgId }, { commandId: newId() })} />
      )}
    </Screen>
  )
}
