import { View } from '@tarojs/components'
import { useState } from 'react'
import { Icon } from '../../../components/Icon'
import { Many } from '../../../components/Many'
import { SearchBox } from '../../../components/SearchBox'
import { spoken } from '../../../components/spoken'
import type { Named } from './words'

interface Props {
  label: string
  people: readonly (Named & { note?: string | undefined })[]
  chosen: readonly string[]
  onChange: (memberIds: string[]) => void
}

/** Several people of a list, ticked by name; those chosen stand first. */
export const TickPeople = ({ label, people, chosen, onChange }: Props) => {
  const [typed, setTyped] = useState('')
  const isChosen = ({ memberId }: Named) => chosen.includes(memberId)
  const found = people.filter(one => one.name.includes(typed.trim()))
  const ordered = [...found.filter(isChosen), ...found.filter(one => !isChosen(one))]
  const turn = (memberId: string) => {
    setTyped('')
    onChange(chosen.includes(memberId) ? chosen.filter(one => one !== memberId) : [...chosen, memberId])
  }
  return (
    <View className="stack">
      <SearchBox label={`${label}：输入名字`} value={typed} onChange={setTyped} />
      <Many items={ordered} keyOf={one => one.memberId} step={12}>
        {one => (
          <View className="list-row row" onClick={() => turn(one.memberId)} {...spoken('checkbox', { checked: isChosen(one) })}>
            <Icon name={isChosen(one) ? 'done' : 'radio'} tone={isChosen(one) ? 'ink' : 'soft'} />
            <View className="grow strong">{one.name}</View>
            {one.note !== undefined && <View className="soft small">{one.note}</View>}
          </View>
        )}
      </Many>
      {found.length === 0 && <View className="soft">没有这个名字，看看字有没有写错。</View>}
    </View>
  )
}
