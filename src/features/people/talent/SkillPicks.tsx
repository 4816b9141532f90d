import { View } from '@tarojs/components'
import { useState } from 'react'
import { MOST_SKILLS, skillsLike, type SkillCode } from '../../../../core/people/talent/skills'
import { Chips } from '../../../components/Chips'
import { SearchBox } from '../../../components/SearchBox'

interface Props {
  label: string
  chosen: readonly SkillCode[]
  onChange: (chosen: SkillCode[]) => void
  /** One alone; pressing another takes its place. */
  one?: boolean
}

/** Skills to choose among, by whatever word people use for them. */
export const SkillPicks = ({ label, chosen, onChange, one = false }: Props) => {
  const [typed, setTyped] = useState('')
  const found = skillsLike(typed)
  const turn = (code: SkillCode) => {
    setTyped('')
    if (one) onChange([code])
    else onChange(chosen.includes(code) ? chosen.filter(each => each !== code) : [...chosen, code].slice(-MOST_SKILLS))
  }
  const groups = [...new Set(found.map(each => each.group))]
  return (
    <View className="stack">
      <SearchBox label={`${label}，比如：电工`} value={typed} onChange={setTyped} />
      {found.length === 0 && <View className="soft">没有这个说法，换个词试试；清空了就看得到全部。</View>}
      {groups.map(group => (
        <Chips
          key={group}
          many={!one}
          label={group}
          options={found.filter(each => each.group === group).map(({ code, name }) => ({ value: code, words: name }))}
          chosen={chosen}
          onPress={turn}
        />
      ))}
    </View>
  )
}
