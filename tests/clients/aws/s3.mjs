import assert from "node:assert/strict";
import { S3Client, GetBucketLocationCommand, HeadBucketCommand, ListBucketsCommand, ListObjectsV2Command, paginateListObjectsV2 } from "@aws-sdk/client-s3";

export default ({ config, control, fails }) => {
  const client = new S3Client(config("prod", { forcePathStyle: true }));
  return {
    async "buckets are listed, headed and located"() {
      assert.deepEqual((await client.send(new ListBucketsCommand({}))).Buckets.map((b) => b.Name), ["uploads"]);
      assert.equal((await client.send(new HeadBucketCommand({ Bucket: "uploads" }))).BucketRegion, "us-east-1");
      assert.equal((await client.send(new GetBucketLocationCommand({ Bucket: "uploads" }))).LocationConstraint ?? "", "");
      await fails(client.send(new HeadBucketCommand({ Bucket: "nothing" })), "NotFound", 404);
      await fails(client.send(new ListObjectsV2Command({ Bucket: "nothing" })), "NoSuchBucket", 404);
    },
    async "objects come in pages"() {
      const keys = [];
      for await (const page of paginateListObjectsV2({ client, pageSize: 5 }, { Bucket: "uploads", Prefix: "2026/11/" })) keys.push(...(page.Contents ?? []).map((o) => o.Key));
      assert.equal(new Set(keys).size, 12);
    },
    async "a SlowDown is tried again"() {
      await control("POST", "/faults", { kind: "throttle", service: "s3", count: 1 });
      assert.equal((await client.send(new ListBucketsCommand({}))).$metadata.attempts, 2);
    },
  };
};
