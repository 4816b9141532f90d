import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { requestKindWords } from '../../../../core/shared/request-kinds'
import { Card, Title } from '../../../components/Card'
import { Fact } from '../../../components/Rows'
import { pictured } from '../../../components/spoken'
import { Stored } from '../../../components/Stored'
import type { Given } from '../../../platform/call'
import './public-cards.css'

export type Content = Extract<Given<'publicCard.get'>, { state: 'shown' }>['card']

/** A public card as all see it: nothing but what its member chose. */
export const Shown = ({ card, reach }: { card: Content; reach: ReactNode }) => {
  const { name, helps, words, photoFileId, branchName } = card
  return (
    <Card>
      {photoFileId !== undefined && (
        <Stored className="card-portrait" fileId={photoFileId} points={120} mode="aspectFill" {...pictured(`${name}的照片`)} />
      )}
      <Title>{name}</Title>
      <View className="row soft">
        <View className="grow">共产党员 · {branchName}</View>
      </View>
      {helps.length > 0 && (
        <Fact icon="serve" label="我能帮的">
          {helps.map(kind => requestKindWords[kind]).join('、')}
        </Fact>
      )}
      {words !== '' && (
        <View>
          <View className="soft small">我想说的</View>
          <View>{words}</View>
        </View>
      )}
      {reach}
    </Card>
  )
}

/** How to reach a member who does not show a number. */
export const ByBranch = ({ branchName }: { branchName: string }) => (
  <Fact icon="people" label="怎么找我">
    请到{branchName}找我，或者请支部书记转告。
  </Fact>
)
