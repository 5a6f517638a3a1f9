/** The Element Plus components the console uses, each with its style; take them from here, never from the kit itself. */
import 'element-plus/es/components/base/style/css'
import 'element-plus/es/components/alert/style/css'
import 'element-plus/es/components/button/style/css'
import 'element-plus/es/components/checkbox-button/style/css'
import 'element-plus/es/components/checkbox-group/style/css'
import 'element-plus/es/components/date-picker/style/css'
import 'element-plus/es/components/dialog/style/css'
import 'element-plus/es/components/input/style/css'
import 'element-plus/es/components/popover/style/css'
import 'element-plus/es/components/radio-button/style/css'
import 'element-plus/es/components/radio-group/style/css'
import 'element-plus/es/components/switch/style/css'
import 'element-plus/es/components/time-picker/style/css'

export {
  ElAlert,
  ElButton,
  ElCheckboxButton,
  ElCheckboxGroup,
  ElDatePicker,
  ElDialog,
  ElInput,
  ElPopover,
  ElRadioButton,
  ElRadioGroup,
  ElSwitch,
  ElTimePicker,
  localeContextKey,
} from 'element-plus'
export { default as elementEn } from 'element-plus/es/locale/lang/en'
export { default as elementZhCN } from 'element-plus/es/locale/lang/zh-cn'
