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

const kinds = [...new Set(skillsLike('').map(one => one.group))]

/** Skills to choose among: by whatever word people use for them, or kind by kind. */
export const SkillPicks = ({ label, chosen, onChange, one = false }: Props) => {
  const [typed, setTyped] = useState('')
  const [kind, setKind] = useState<string | undefined>()
  const found = skillsLike(typed).filter(each => typed !== '' || each.group === kind)
  const turn = (code: SkillCode) => {
    setTyped('')
    if (one) onChange([code])
    else onChange(chosen.includes(code) ? chosen.filter(each => each !== code) : [...chosen, code].slice(-MOST_SKILLS))
  }
  return (
    <View className="stack">
      <SearchBox label={`${label}，比如：电工`} value={typed} onChange={setTyped} />
      {typed === '' && (
        <Chips
          label="哪一类"
          options={kinds.map(value => ({ value, words: value }))}
          chosen={kind === undefined ? [] : [kind]}
          onPress={next => setKind(next === kind ? undefined : next)}
        />
      )}
      {typed !== '' && found.length === 0 && <View className="soft">没有这个说法，换个词试试；清空了可以一类一类看。</View>}
      {found.length > 0 && (
        <Chips
          many={!one}
          label={typed === '' ? (kind ?? '') : '找到的'}
          options={found.map(({ code, name }) => ({ value: code, words: name }))}
          chosen={chosen}
          onPress={turn}
        />
      )}
    </View>
  )
}
