namespace Helm.PracticeCloud.Rds;

/// <summary>A parameter of an engine family as RDS describes it.</summary>
internal sealed record EngineParameter(string Name, string? Default, bool Dynamic, string DataType, string? Allowed, bool Modifiable = true)
{
    /// <summary>The parameters of a family: those that operations meet, not all of the several hundred.</summary>
    public static IReadOnlyList<EngineParameter> Of(string family) =>
        family.StartsWith("postgres", StringComparison.Ordinal) ? Postgres : MySql;

    // Defaults are formulas over the instance's memory. On MySQL max_connections takes effect at once.
    private static readonly EngineParameter[] MySql =
    [
        new("autocommit", "1", true, "boolean", "0,1"),
        new("binlog_format", "MIXED", true, "string", "ROW,STATEMENT,MIXED"),
        new("character_set_server", null, true, "string", "utf8mb3,utf8mb4,latin1"),
        new("connect_timeout", null, true, "integer", "2-31536000"),
        new("datadir", "/rdsdbdata/db/", false, "string", null, false),
        new("general_log", null, true, "boolean", "0,1"),
        new("innodb_buffer_pool_instances", null, false, "integer", "1-64"),
        new("innodb_buffer_pool_size", "{DBInstanceClassMemory*3/4}", true, "integer", "5242880-9223372036854775807"),
        new("innodb_file_per_table", "1", true, "boolean", "0,1"),
        new("innodb_flush_log_at_trx_commit", "1", true, "integer", "0-2"),
        new("innodb_lock_wait_timeout", null, true, "integer", "1-1073741824"),
        new("innodb_log_file_size", "134217728", false, "integer", "4194304-273804165120"),
        new("interactive_timeout", null, true, "integer", "1-31536000"),
        new("long_query_time", null, true, "float", "0-31536000"),
        new("max_allowed_packet", null, true, "integer", "1024-1073741824"),
        new("max_connect_errors", null, true, "integer", "1-9223372036854775807"),
        new("max_connections", "{DBInstanceClassMemory/12582880}", true, "integer", "1-100000"),
        new("max_user_connections", null, true, "integer", "0-4294967295"),
        new("performance_schema", "0", false, "boolean", "0,1"),
        new("port", "{EndPointPort}", false, "integer", "1150-65535", false),
        new("read_only", "{TrueIfReplica}", true, "boolean", "0,1,{TrueIfReplica}"),
        new("slow_query_log", null, true, "boolean", "0,1"),
        new("table_open_cache", null, true, "integer", "1-1048576"),
        new("thread_cache_size", null, true, "integer", "0-16384"),
        new("tmp_table_size", null, true, "integer", "1024-9223372036854775807"),
        new("wait_timeout", null, true, "integer", "1-31536000"),
    ];

    // On PostgreSQL max_connections is read when the server starts.
    private static readonly EngineParameter[] Postgres =
    [
        new("autovacuum", "1", true, "boolean", "0,1"),
        new("autovacuum_max_workers", "GREATEST({DBInstanceClassMemory/64371566592},3)", false, "integer", "1-262143"),
        new("checkpoint_timeout", "300", true, "integer", "30-3600"),
        new("data_directory", "/rdsdbdata/db", false, "string", null, false),
        new("effective_cache_size", "{DBInstanceClassMemory/16384}", true, "integer", "1-2147483647"),
        new("idle_in_transaction_session_timeout", "86400000", true, "integer", "0-2147483647"),
        new("lock_timeout", null, true, "integer", "0-2147483647"),
        new("log_min_duration_statement", null, true, "integer", "-1-2147483647"),
        new("maintenance_work_mem", "GREATEST({DBInstanceClassMemory*1024/63963136},65536)", true, "integer", "1024-2147483647"),
        new("max_connections", "LEAST({DBInstanceClassMemory/9531392},5000)", false, "integer", "6-262143"),
        new("max_parallel_workers", "GREATEST($DBInstanceVCPU/2,8)", true, "integer", "0-1024"),
        new("max_wal_size", "2048", true, "integer", "128-201326592"),
        new("max_worker_processes", "GREATEST($DBInstanceVCPU*2,8)", false, "integer", "0-262143"),
        new("port", "{EndPointPort}", false, "integer", "1-65535", false),
        new("random_page_cost", null, true, "float", "0-1.79769e+308"),
        new("rds.force_ssl", "1", true, "boolean", "0,1"),
        new("shared_buffers", "{DBInstanceClassMemory/32768}", false, "integer", "16-1073741823"),
        new("shared_preload_libraries", "pg_stat_statements", false, "list", "auto_explain,pg_cron,pg_stat_statements"),
        new("statement_timeout", null, true, "integer", "0-2147483647"),
        new("superuser_reserved_connections", "3", false, "integer", "0-8388607"),
        new("tcp_keepalives_idle", "300", true, "integer", "0-2147483647"),
        new("temp_buffers", null, true, "integer", "100-1073741823"),
        new("work_mem", null, true, "integer", "64-2147483647"),
    ];
}
