import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { FieldFrame } from '../../../components/Field'
import { Icon } from '../../../components/Icon'
import { PersonRow } from '../../../components/Rows'
import { SearchBox } from '../../../components/SearchBox'
import { spoken } from '../../../components/spoken'
import '../../../components/PickOne.css'

export interface Named {
  memberId: string
  name: string
}

/** As many names as stand under the search at once. */
const SHOWN = 6

interface Props {
  label: string
  people: readonly Named[]
  value: Named | null
  onChange: (person: Named | null) => void
  error?: string | undefined
  hint?: string | undefined
}

/** One person of a list: shows who is chosen; pressed, it asks for a name. */
export const PersonField = ({ label, people, value, onChange, error, hint }: Props) => {
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const found = people.filter(one => one.name.includes(typed.trim()))
  const choose = (person: Named | null) => {
    setOpen(false)
    setTyped('')
    onChange(person)
  }
  if (!open) {
    const words = value?.name ?? '请选择'
    return (
      <FieldFrame label={label} error={error} hint={hint}>
        <View className="pick-one row" onClick={() => setOpen(true)} {...spoken('button', { label: `${label}：${words} 换` })}>
          <View className={`grow${value ? '' : ' soft'}`}>{words}</View>
          <Icon name="edit" tone="ink" />
          <View className="strong">换</View>
        </View>
      </FieldFrame>
    )
  }
  return (
    <FieldFrame label={label} error={error} hint={hint}>
      <SearchBox label={`${label}：输入名字`} value={typed} onChange={setTyped} />
      {found.slice(0, SHOWN).map(one => (
        <PersonRow key={one.memberId} name={one.name} onPress={() => choose(one)} />
      ))}
      {found.length > SHOWN && <View className="soft small">{`还有 ${String(found.length - SHOWN)} 位，再多写一个字就能找到。`}</View>}
      {found.length === 0 && <View className="soft">没有这个名字，看看字有没有写错。</View>}
      <View className="row">
        <View className="grow">
          <Button kind="quiet" onPress={() => setOpen(false)}>
            不换了
          </Button>
        </View>
        {value && (
          <View className="grow">
            <Button kind="quiet" onPress={() => choose(null)}>
              不填
            </Button>
          </View>
        )}
      </View>
    </FieldFrame>
  )
}
