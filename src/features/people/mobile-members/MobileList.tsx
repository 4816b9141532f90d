import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ContactWay } from '../../../../core/people/mobile-members/rules'
import { sayDate } from '../../../../core/people/roster/date-words'
import { dateOf } from '../../../../core/shared/calendar'
import { routes } from '../../../../core/shared/routes'
import { Button } from '../../../components/Button'
import { Card, Title } from '../../../components/Card'
import { Choice } from '../../../components/Choice'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Empty, Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { Panes, Screen } from '../../../components/Screen'
import { SideBySide } from '../../../components/SideBySide'
import { StateChip } from '../../../components/StateChip'
import { Unfold } from '../../../components/Unfold'
import { call, type Given } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useCommand, useQuery } from '../../../platform/query'
import { CallMember } from '../roster/CallMember'

type One = Given<'mobile.list'>['items'][number]

const ways: readonly { value: ContactWay; words: string }[] = [
  { value: 'call', words: '打了电话' },
  { value: 'message', words: '发了消息，回了' },
  { value: 'visit', words: '见了面' },
]

interface Changing {
  one: One
  onDone: (said: string) => Promise<unknown>
}

/** Notes that there was word of them, today. */
const Contact = ({ one, onDone }: Changing) => {
  const [by, setBy] = useState<ContactWay>('call')
  const [note, setNote] = useState('')
  const contact = useCommand('mobile.contact')
  const press = async () => {
    const answer = await contact.run({ memberId: one.memberId, on: dateOf(now()), by, note })
    if (answer?.ok) await onDone(`记下了，${sayDate(answer.data.contactDue)}前再联系一次`)
  }
  return (
    <Unfold words="联系过了，记一笔" icon="edit">
      {close => (
        <>
          <Choice label="怎么联系的" options={ways} value={by} onChange={setBy} />
          <Field label="说了什么（可以不写）" value={note} onChange={setNote} max={200} tall />
          {contact.refusal && <Failure refusal={contact.refusal} onSeen={contact.forget} />}
          <Button onPress={press}>记下来</Button>
          <Button kind="quiet" onPress={close}>
            先不记
          </Button>
        </>
      )}
    </Unfold>
  )
}

const Host = ({ one, onDone }: Changing) => {
  const take = useCommand('membership.affiliate')
  const press = async () => {
    const answer = await take.run({ memberId: one.memberId, branchId: one.hostBranchId ?? '', reason: '外出期间参加活动' })
    if (answer?.ok) await onDone(`好了，${one.name}同志会收到您支部的通知`)
  }
  return (
    <>
      {take.refusal && <Failure refusal={take.refusal} onSeen={take.forget} />}
      <Button icon="person-add" onPress={press}>
        请来参加我们的活动
      </Button>
    </>
  )
}

const OneCard = ({ one, onDone }: Changing) => {
  const { name, branchName, where, reach, from, until, hostName, hosted, contactDue, lastContact, askedHere, may } = one
  const own = may.includes('contact')
  const late = own && contactDue < dateOf(now())
  return (
    <Card title={name}>
      {!own && <View className="soft">{branchName}</View>}
      <View className="strong">{where}</View>
      <View>{reach}</View>
      <View className="soft small">{`${sayDate(from)}起${until === undefined ? '' : `，打算${sayDate(until)}回来`}`}</View>
      {hostName !== undefined && <View>{`${hosted ? '参加' : '请了'}${hostName}${hosted ? '的活动' : '接待'}`}</View>}
      {own && (
        <>
          <StateChip
            icon={late ? 'phone' : 'clock'}
            tone={late ? 'warn' : 'ink'}
            words={late ? '该打电话了' : `${sayDate(contactDue)}前联系`}
          />
          {lastContact && (
            <View className="soft small">{`上次联系：${sayDate(lastContact.on)}${lastContact.note === '' ? '' : `，${lastContact.note}`}`}</View>
          )}
          <CallMember memberId={one.memberId} name={name} />
          <Contact one={one} onDone={onDone} />
          <Button kind="quiet" onPress={() => go(routes.away({ memberId: one.memberId }))}>
            回来了，或者改一改
          </Button>
        </>
      )}
      {askedHere && <Host one={one} onDone={onDone} />}
    </Card>
  )
}

/** 在外的党员: where they are, and whose contact comes due. */
export const MobileList = ({ orgId, orgName }: { orgId: string; orgName: string }) => {
  const query = useQuery('mobile.list', { orgId })
  const { items, more, refusal } = usePages(query, cursor => call('mobile.list', { orgId, cursor }))
  const [done, setDone] = useState<string | undefined>()
  const changed = async (said: string) => {
    setDone(said)
    await query.reload()
  }
  const side = (
    <>
      <View>
        <Title>在外的党员</Title>
        <View className="soft">{orgName}</View>
      </View>
      {done !== undefined && <Notice tone="good" title={done} onSeen={() => setDone(undefined)} />}
      {items.length > 0 && (
        <ExportButton words="导出 Excel" icon="sheet" name="外出的党员.xlsx" make={() => call('mobile.export', { orgId })} />
      )}
    </>
  )
  return (
    <Screen wide>
      <Panes side={side}>
        <Loaded query={query} cards={2}>
          {() => (
            <View className="stack">
              {items.length === 0 && (
                <Empty icon="people" title="没有登记外出的" hint="老同志自己可以在“我的组织关系”里说，您也可以在花名册的个人页里登记。" />
              )}
              <SideBySide>
                {items.map(one => (
                  <OneCard key={one.memberId} one={one} onDone={changed} />
                ))}
              </SideBySide>
              {refusal && <Failure refusal={refusal} />}
              {more && <Button onPress={more}>再看后面的</Button>}
            </View>
          )}
        </Loaded>
      </Panes>
    </Screen>
  )
}
