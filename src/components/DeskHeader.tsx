import { View } from '@tarojs/components'
import { useState } from 'react'
import { goBack, pageTitle } from '../platform/go'
import { Icon } from './Icon'
import { spoken } from './spoken'
import './DeskHeader.css'

/** What WeChat draws above every page, for the phones of the desk: the way back and the page's name. */
export const DeskHeader = () => {
  const [title] = useState(pageTitle)
  return (
    <View className="desk-header row">
      <View className="desk-back row tight" onClick={goBack} {...spoken('button', { label: '返回' })}>
        <Icon name="back" />
        <View>返回</View>
      </View>
      <View className="grow strong">{title}</View>
    </View>
  )
}
