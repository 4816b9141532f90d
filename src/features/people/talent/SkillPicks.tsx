import { View } from '@tarojs/components'
import { useState } from 'react'
import { listedBook, MOST_SKILLS, type Skill } from '../../../../core/people/talent/skills'
import { Chips } from '../../../components/Chips'
import { Loaded } from '../../../components/Loaded'
import { SearchBox } from '../../../components/SearchBox'
import { useQuery } from '../../../platform/query'

/** A skill as it was chosen, with its name to say. */
export type Chosen = Pick<Skill, 'code' | 'name'>

interface Props {
  label: string
  chosen: readonly Chosen[]
  onChange: (chosen: Chosen[]) => void
  /** One alone; pressing another takes its place. */
  one?: boolean
}

const Picks = ({ skills, label, chosen, onChange, one = false }: Props & { skills: readonly Skill[] }) => {
  const [typed, setTyped] = useState('')
  const [kind, setKind] = useState<string | undefined>()
  const kinds = [...new Set(skills.map(each => each.group))]
  const found = typed === '' ? skills.filter(each => each.group === kind) : listedBook(skills).like(typed)
  const turn = (code: string) => {
    setTyped('')
    const skill = skills.find(each => each.code === code)
    if (!skill) return
    if (one) onChange([skill])
    else if (chosen.some(each => each.code === code)) onChange(chosen.filter(each => each.code !== code))
    else onChange([...chosen, skill].slice(-MOST_SKILLS))
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
          chosen={chosen.map(each => each.code)}
          onPress={turn}
        />
      )}
    </View>
  )
}

/** Skills to choose among: by whatever word people use for them, or kind by kind. */
export const SkillPicks = (props: Props) => {
  const query = useQuery('talent.skills', {})
  return (
    <Loaded query={query} cards={1}>
      {({ items }) => <Picks {...props} skills={items} />}
    </Loaded>
  )
}
