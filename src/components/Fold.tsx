import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Icon } from './Icon'
import { spoken } from './spoken'
import './Fold.css'

interface Props {
  /** What is inside, with how many: 第一党小组 22 人. */
  title: string
  /** Stands open at first. */
  open?: boolean
  children: () => ReactNode
}

/** A part of a long page that folds away under its title. */
export const Fold = ({ title, open: first = false, children }: Props) => {
  const [open, setOpen] = useState(first)
  return (
    <View className="stack">
      <View className="fold row" hoverClass="card-pressed" onClick={() => setOpen(!open)} {...spoken('button')}>
        <View className="grow strong">{title}</View>
        <View className="soft small">{open ? '收起' : '展开'}</View>
        <Icon name={open ? 'up' : 'down'} tone="soft" />
      </View>
      {open && children()}
    </View>
  )
}
