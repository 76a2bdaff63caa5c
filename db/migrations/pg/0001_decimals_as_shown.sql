ALTER TABLE "measures" DROP CONSTRAINT "decimals_shown";--> statement-breakpoint
ALTER TABLE "measures" ADD CONSTRAINT "decimals_shown" CHECK ("measures"."decimals" between 0 and 6);