import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Choice } from '../../../components/Choice'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Unfold } from '../../../components/Unfold'
import type { Asked, Given } from '../../../platform/call'
import { useCommand } from '../../../platform/query'

type Kind = Given<'org.get'>['kind']
type Addable = Extract<Asked<'org.create'>['kind'], 'street' | 'organ' | 'community' | 'branch'>

const kindWords: Readonly<Record<Addable, { words: string; example: string }>> = {
  street: { words: '街道', example: '例如：常青街道党工委' },
  organ: { words: '机关', example: '例如：区委老干部局' },
  community: { words: '社区', example: '例如：银湖社区党委' },
  branch: { words: '支部', example: '例如：常青花园离退休干部党支部' },
}
/** What is added under what, the usual one first. */
const addable: Readonly<Partial<Record<Kind, readonly Addable[]>>> = {
  committee: ['street', 'branch', 'organ'],
  street: ['branch', 'community'],
  organ: ['branch'],
  community: ['branch'],
}

interface Props {
  orgId: string
  kind: Kind
  onMade: () => Promise<unknown>
}

const Form = ({ orgId, kinds, onMade, onBack }: Omit<Props, 'kind'> & { kinds: readonly [Addable, ...Addable[]]; onBack: () => void }) => {
  const [kind, setKind] = useState<Addable>(kinds[0])
  const [name, setName] = useState('')
  const create = useCommand('org.create')
  const press = async () => {
    const answer = await create.run({ orgId, kind, name })
    if (!answer?.ok) return
    await onMade()
    onBack()
  }
  return (
    <View className="stack">
      {kinds.length > 1 && (
        <Choice
          label="加哪一类？"
          options={kinds.map(one => ({ value: one, words: kindWords[one].words }))}
          value={kind}
          onChange={setKind}
        />
      )}
      <Field label={`${kindWords[kind].words}的名称`} value={name} onChange={setName} max={40} placeholder={kindWords[kind].example} />
      {create.refusal && <Failure refusal={create.refusal} />}
      <Button icon="add" disabled={name.trim() === ''} onPress={press}>
        加上
      </Button>
      <Button kind="quiet" onPress={onBack}>
        不加了
      </Button>
    </View>
  )
}

/** Adds an organization under one; nothing where none stands under it. */
export const NewOrganization = ({ orgId, kind, onMade }: Props) => {
  const [first, ...others] = addable[kind] ?? []
  if (!first) return null
  return (
    <Unfold words={`加一个${[first, ...others].map(one => kindWords[one].words).join('、')}`} icon="add">
      {close => <Form orgId={orgId} kinds={[first, ...others]} onMade={onMade} onBack={close} />}
    </Unfold>
  )
}
