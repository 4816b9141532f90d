import { View } from '@tarojs/components'
import { Button } from './Button'
import { Notice } from './Notice'

interface Props {
  /** The words of the button that begins again, and what it does. */
  words?: string
  onStartOver: () => void
}

/** Says that a form goes on from what was typed earlier, and offers to begin again. */
export const KeptDraft = ({ words = '重新填', onStartOver }: Props) => (
  <Notice tone="info" title="上次填的内容还在">
    <View>可以接着填，也可以重新来。</View>
    <Button onPress={onStartOver}>{words}</Button>
  </Notice>
)
