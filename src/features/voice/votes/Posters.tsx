import { View } from '@tarojs/components'
import { Section } from '../../../components/Card'
import { Poster } from './Poster'
import type { Vote } from './words'

interface Props {
  vote: Vote
  /** Which places are chosen, and what a tap on one does; without it the list is only looked at. */
  choice?: { chosen: readonly number[]; press: (index: number) => void } | undefined
}

/** The list of a vote, each as on a poster, to choose from or to look at. */
export const Posters = ({ vote, choice }: Props) => (
  <Section title={choice ? `请选，最多 ${String(vote.seats)} 个` : '候选名单'}>
    <View className="stack">
      {vote.candidates.map((one, index) => (
        <Poster
          key={one.candidateId}
          index={index}
          name={one.name}
          words={one.words}
          photoFileIds={one.photoFileIds}
          {...(choice && one.state === 'listed'
            ? { choice: { chosen: choice.chosen.includes(index), onPress: () => choice.press(index) } }
            : {})}
        >
          {one.state === 'gone' && <View className="soft">已经退出，请改选别的</View>}
        </Poster>
      ))}
    </View>
  </Section>
)
