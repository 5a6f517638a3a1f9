/** The Vant components the phone uses, each with its style; take them from here, never from 'vant' itself. */
import 'vant/es/date-picker/style'
import 'vant/es/picker-group/style'
import 'vant/es/popup/style'
import 'vant/es/time-picker/style'

export {
  DatePicker as VanDatePicker,
  Locale,
  PickerGroup as VanPickerGroup,
  Popup as VanPopup,
  TimePicker as VanTimePicker,
} from 'vant'
