import { createLink } from '@tanstack/react-router';
import { Button, type ButtonProps } from 'antd';

interface ButtonLinkProps extends Omit<ButtonProps, 'type' | 'htmlType'> {
  /** The look of the button; `type` would be taken for the attribute of a link by the router. */
  primary?: boolean;
}

/** A link of the router that looks like a button: middle click, copy and keyboard work as with every link. */
export const ButtonLink = createLink(({ primary = false, ...props }: ButtonLinkProps) => (
  <Button {...props} type={primary ? 'primary' : 'default'} />
));
