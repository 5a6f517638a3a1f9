/** The Element Plus components the console uses, each with its style; take them from here, never from the kit itself. */
import 'element-plus/es/components/base/style/css'
import 'element-plus/es/components/button/style/css'
import 'element-plus/es/components/checkbox-button/style/css'
import 'element-plus/es/components/checkbox-group/style/css'
import 'element-plus/es/components/input/style/css'
import 'element-plus/es/components/popover/style/css'
import 'element-plus/es/components/radio-button/style/css'
import 'element-plus/es/components/radio-group/style/css'
import 'element-plus/es/components/switch/style/css'

export {
  ElButton,
  ElCheckboxButton,
  ElCheckboxGroup,
  ElInput,
  ElPopover,
  ElRadioButton,
  ElRadioGroup,
  ElSwitch,
  localeContextKey,
} from 'element-plus'
export { default as elementEn } from 'element-plus/es/locale/lang/en'
export { default as elementZhCN } from 'element-plus/es/locale/lang/zh-cn'
