import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from '../../../components/Icon'
import { pictured, spoken } from '../../../components/spoken'
import { Stored } from '../../../components/Stored'
import './votes.css'

interface Props {
  /** Its place in the list, from 0. */
  index: number
  name: string
  words?: string
  photoFileIds: readonly string[]
  /** It is among those to choose from; `chosen` whether it is chosen. */
  choice?: { chosen: boolean; onPress: () => void }
  children?: ReactNode
}

/** One candidate as on a poster: number, photo, name and what there is to say. */
export const Poster = ({ index, name, words = '', photoFileIds, choice, children }: Props) => (
  <View
    className={`card poster${choice?.chosen ? ' poster-chosen' : ''}`}
    {...(choice ? { onClick: choice.onPress, hoverClass: 'card-pressed', ...spoken('checkbox', { checked: choice.chosen }) } : {})}
  >
    {photoFileIds[0] !== undefined && (
      <Stored className="poster-photo" fileId={photoFileIds[0]} points={480} mode="aspectFill" {...pictured(`${name}的照片`)} />
    )}
    <View className="row">
      <View className="grow">
        <View className="title">{`${String(index + 1)}. ${name}`}</View>
      </View>
      {choice && <Icon name={choice.chosen ? 'done' : 'radio'} tone={choice.chosen ? 'ink' : 'soft'} size="big" />}
    </View>
    {choice?.chosen && <View className="strong">选了</View>}
    {words !== '' && <View className="prose">{words}</View>}
    {children}
  </View>
)
