import { useState } from 'react'
import { Title } from '../../../components/Card'
import { BigButton, Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { PickOne } from '../../../components/PickOne'
import { Screen } from '../../../components/Screen'
import type { Asked, Given } from '../../../platform/call'
import { useDraft } from '../../../platform/draft'
import { texts } from '../../../platform/shape'
import { useCommand } from '../../../platform/query'
import { useGroups } from '../organizations/useGroups'

const NO_GROUP = 'none'

interface Props {
  person: Given<'roster.get'>
  branchId: string
  onDone: (changed: boolean) => Promise<void>
}

const phonesOf = (text: string): string[] => text.split(/[、，,;；\s]+/).filter(one => one !== '')

/** Corrects what changes most: phone, residence, group, note. The phone is shown masked, so a new one is typed whole. */
export const Correct = ({ person, branchId, onDone }: Props) => {
  const { memberId, name } = person
  const heldAs = (label: string) => person.held.find(one => one.label === label)?.value ?? ''
  const [first] = useState(() => ({ phones: '', residence: heldAs('家庭住址'), groupId: '', note: heldAs('备注') }))
  const { draft, change, done } = useDraft(`person/${memberId}`, texts(first), first)
  const { groups } = useGroups(branchId)
  const command = useCommand('roster.change')
  const current = groups.find(group => group.name === person.groupName)?.orgId ?? NO_GROUP
  const groupId = draft.groupId === '' ? current : draft.groupId
  const asked: Omit<Asked<'roster.change'>, 'memberId'> = {
    ...(draft.phones.trim() === '' ? {} : { phones: phonesOf(draft.phones) }),
    ...(draft.residence.trim() === first.residence ? {} : { residence: draft.residence }),
    ...(groupId === current ? {} : { groupId: groupId === NO_GROUP ? null : groupId }),
    ...(draft.note.trim() === first.note ? {} : { note: draft.note }),
  }
  const same = Object.keys(asked).length === 0
  const save = async () => {
    const answer = await command.run({ memberId, ...asked })
    if (!answer?.ok) return
    done()
    await onDone(true)
  }
  const leave = async () => {
    done()
    await onDone(false)
  }
  return (
    <Screen
      main={
        <BigButton disabled={same} busyWords="正在保存…" onPress={save}>
          {same ? '还没有改动' : '保存'}
        </BigButton>
      }
    >
      <Title>{name}</Title>
      {command.refusal && <Failure refusal={command.refusal} />}
      <Field
        label="新的电话"
        hint={`现在是 ${person.maskedPhone ?? '没有登记'}；不改就空着，有几个就用顿号“、”隔开`}
        value={draft.phones}
        onChange={phones => change({ phones })}
        max={100}
        typedOnly
      />
      <Field label="住址" value={draft.residence} onChange={text => change({ residence: text })} max={100} tall />
      <PickOne
        label="党小组"
        options={[...groups.map(group => ({ value: group.orgId, words: group.name })), { value: NO_GROUP, words: '不分党小组' }]}
        value={groupId}
        onChange={next => change({ groupId: next })}
      />
      <Field label="备注" value={draft.note} onChange={note => change({ note })} max={200} tall />
      <Button kind="quiet" onPress={leave}>
        不改了
      </Button>
    </Screen>
  )
}
