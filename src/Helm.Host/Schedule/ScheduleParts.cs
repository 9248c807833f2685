using Microsoft.Extensions.Options;
using Quartz;

namespace Helm.Host.Schedule;

/// <summary>Quartz with its jobs in memory: a restart begins anew, and what was due then is due now.</summary>
internal static class ScheduleParts
{
    public static IServiceCollection AddSchedule(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<ScheduleOptions>, ScheduleOptionsCheck>();
        services.AddOptions<ScheduleOptions>().Bind(configuration.GetSection(ScheduleOptions.Section)).ValidateOnStart();
        services.AddHostedService<StorageStartUp>();
        services.AddQuartz();
        services.AddHostedService<Timetable>();
        return services;
    }
}
