DROP INDEX `dispositions_task`;--> statement-breakpoint
ALTER TABLE `dispositions` ADD `band` text;--> statement-breakpoint
ALTER TABLE `dispositions` ADD `rule_id` text;--> statement-breakpoint
CREATE INDEX `dispositions_decided` ON `dispositions` (`question`,`decided_at`);--> statement-breakpoint
CREATE INDEX `dispositions_task` ON `dispositions` (`task_id`,`question`,`second_look`,`retired_at`);--> statement-breakpoint
DROP INDEX `tasks_rank`;--> statement-breakpoint
DROP INDEX `tasks_state_rank`;--> statement-breakpoint
ALTER TABLE `tasks` ADD `rule_id` text;--> statement-breakpoint
ALTER TABLE `tasks` ADD `closed_at` integer;--> statement-breakpoint
CREATE INDEX `tasks_created` ON `tasks` (`created_at`,`state`,`rating_rank`,`rule_id`);--> statement-breakpoint
CREATE INDEX `tasks_closed` ON `tasks` (`closed_at`,`created_at`,`rating_rank`) WHERE state = 'closed';--> statement-breakpoint
CREATE INDEX `tasks_due` ON `tasks` (`due_at`,`rating_rank`) WHERE state not in ('closed', 'withdrawn');--> statement-breakpoint
CREATE INDEX `tasks_rank` ON `tasks` (`rating_rank`,`created_at`,`task_id`,`due_at`);--> statement-breakpoint
CREATE INDEX `tasks_state_rank` ON `tasks` (`state`,`rating_rank`,`created_at`,`task_id`,`due_at`);--> statement-breakpoint
CREATE INDEX `audit_at` ON `audit` (`at`);--> statement-breakpoint
CREATE INDEX `audit_actor` ON `audit` (`actor`,`at`);--> statement-breakpoint
CREATE INDEX `audit_action` ON `audit` (`action`,`at`);--> statement-breakpoint
CREATE INDEX `audit_actor_action` ON `audit` (`actor`,`action`,`at`);