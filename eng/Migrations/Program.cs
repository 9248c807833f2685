using Helm.Storage.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Design.Internal;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;

if (args is not [var name, var project])
{
    Console.Error.WriteLine("Usage: dotnet run --project eng/Migrations NAME src/Helm.Storage");
    return 2;
}

var sqlite = new SqliteHelmDb(DbSource.Sqlite("design.db"));
var postgreSql = new PostgreSqlHelmDb(DbSource.PostgreSql("Host=localhost"));
Scaffold(sqlite, "Sqlite");
Scaffold(postgreSql, "PostgreSql");
return 0;

void Scaffold(DbContext db, string provider)
{
    var assembly = typeof(HelmDb).Assembly;
    var reporter = new OperationReporter(new OperationReportHandler(Console.Error.WriteLine));
    var services = new DesignTimeServicesBuilder(assembly, assembly, reporter, []).Build(db);
    using var scope = services.CreateScope();
    var scaffolder = scope.ServiceProvider.GetRequiredService<IMigrationsScaffolder>();
    var folder = Path.GetFullPath(Path.Combine(project, "Migrations", provider));
    var migration = scaffolder.ScaffoldMigration(name, "Helm.Storage", "Migrations." + provider);
    var files = scaffolder.Save(project, migration, folder, dryRun: false);
    Console.WriteLine(files.MigrationFile);
    Console.WriteLine(files.SnapshotFile);
}
