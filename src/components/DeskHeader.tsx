import { View } from '@tarojs/components'
import { useState } from 'react'
import { goBack, pageTitle } from '../platform/go'
import { Icon } from './Icon'
import { landmark, spoken } from './spoken'
import './DeskHeader.css'

/** In WeChat the page's name and the way back are drawn by WeChat itself. */
const onDesk = process.env.TARO_ENV === 'h5'
const heading = { role: 'heading', 'aria-level': '1' }

/** What WeChat draws above every page, for the phones of the desk: the way back and the page's name. */
export const DeskHeader = () => {
  const [title] = useState(pageTitle)
  if (!onDesk) return null
  return (
    <View className="desk-header row" {...landmark('banner')}>
      <View className="desk-back row tight" onClick={goBack} {...spoken('button')}>
        <Icon name="back" />
        <View>返回</View>
      </View>
      <View className="grow strong" {...heading}>
        {title}
      </View>
    </View>
  )
}

/** The page's name for screen readers alone, where the desk draws none: on tabs and on a tablet at the door. */
export const PageName = () => {
  const [title] = useState(pageTitle)
  if (!onDesk) return null
  return (
    <View className="unseen" {...landmark('banner')}>
      <View {...heading}>{title}</View>
    </View>
  )
}
