import { KeyOutlined } from '@ant-design/icons';
import { Button } from 'antd';

interface PasskeyButtonProps {
  text: string;
  pending: boolean;
  onPress: () => void;
}

/** Does something by a passkey. */
export function PasskeyButton({ text, pending, onPress }: PasskeyButtonProps) {
  return (
    <Button size="large" icon={<KeyOutlined aria-hidden />} loading={pending} onClick={onPress}>
      {text}
    </Button>
  );
}
