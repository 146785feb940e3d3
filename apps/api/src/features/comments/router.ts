import { router } from '../../trpc/init.ts';
import { tenantMutation, tenantQuery } from '../../trpc/procedures.ts';
import { addComment } from './add-comment.ts';
import { editComment, withdrawComment } from './edit-comment.ts';
import { listComments } from './list-comments.ts';
import * as s from './schemas.ts';

export const commentsRouter = router({
  list: tenantQuery(s.ListCommentsInput, s.CommentPage, listComments),
  add: tenantMutation(s.AddCommentInput, s.CommentResult, addComment),
  edit: tenantMutation(s.EditCommentInput, s.CommentResult, editComment),
  withdraw: tenantMutation(s.WithdrawCommentInput, s.CommentResult, withdrawComment),
});
